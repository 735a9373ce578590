package webhookinspector.imports;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Source;

/** The facts of a delivery as {@code export} writes them into JSONL and HAR alike. */
record DeliveryFields(JsonFields fields) {

  static final Set<String> FACTS =
      Set.of(
          "id",
          "inbox",
          "source",
          "receivedAt",
          "handshake",
          "verdict",
          "because",
          "believable",
          "pinned",
          "note",
          "sha256");

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_WORD = 20;

  /** Null where the file does not tell. */
  @Nullable DeliveryId id() {
    String id = fields.textOrNull("id");
    try {
      return id == null ? null : new DeliveryId(id);
    } catch (IllegalArgumentException e) {
      throw fields.odd("id", id, "26 characters, as `list` shows them");
    }
  }

  InboxName inbox(InboxName otherwise) {
    String inbox = fields.textOrNull("inbox");
    try {
      return inbox == null ? otherwise : new InboxName(inbox);
    } catch (IllegalArgumentException e) {
      throw fields.odd("inbox", inbox, "1 to 64 characters of a-z, 0-9 and -");
    }
  }

  @Nullable Origin origin() {
    String word = fields.textOrNull("source");
    if (word == null) {
      return null;
    }
    Source source =
        Arrays.stream(Source.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow(
                () -> fields.odd("source", word, "webhook, stream, replay, import or simulator"));
    return new Origin(source, fields.has("verdict") ? judgement() : null);
  }

  private Judgement judgement() {
    String word = fields.text("verdict");
    String because = fields.text("because");
    if (!isWord(word)) {
      throw fields.odd("verdict", word, "a word such as authentic");
    }
    if (because.length() > LONGEST_REASON) {
      throw fields.odd("because", because, "at most " + LONGEST_REASON + " characters");
    }
    return new Judgement(fields.yes("handshake"), word, because, fields.yes("believable"));
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_WORD;
  }

  Marking marking() {
    boolean pinned = fields.has("pinned") && fields.yes("pinned");
    String note = fields.textOrNull("note");
    try {
      return new Marking(pinned, note);
    } catch (IllegalArgumentException e) {
      throw fields.odd("note", note, "1 to " + Marking.LONGEST_NOTE + " characters");
    }
  }

  /** Header lines that the ledger can keep. */
  Headers headers(Iterable<Header> lines) {
    var all = new java.util.ArrayList<Header>();
    for (Header line : lines) {
      boolean one = isBytes(line.name()) && isBytes(line.value()) && line.name().indexOf(':') < 0;
      if (!one || line.name().isEmpty() || line.name().startsWith(" ")) {
        throw fields.odd(
            "headers", line.name(), "names and values of one line each, one byte a character");
      }
      all.add(line);
    }
    return new Headers(all);
  }

  private static boolean isBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c > 0xff) {
        return false;
      }
    }
    return true;
  }

  Body body(byte[] bytes, int most) {
    if (bytes.length > most) {
      throw fields.odd("body", bytes.length + " bytes", "at most " + most);
    }
    Body body = Body.wrapping(bytes);
    String hash = fields.textOrNull("sha256");
    if (hash != null && !hash.equals(body.sha256())) {
      throw fields.odd("sha256", hash, "the hash of the body, " + body.sha256());
    }
    return body;
  }

  byte[] base64(String name, JsonNode value) {
    try {
      return Base64.getDecoder().decode(value.asString());
    } catch (IllegalArgumentException e) {
      throw fields.odd(name, value, "base 64");
    }
  }

  Claimed claimed(Delivery delivery, InboxName inbox, int answer) {
    DeliveryId id = id();
    return new Claimed(
        fields.where(),
        id == null ? MadeIds.of(inbox, delivery) : id,
        inbox,
        delivery,
        origin(),
        answer,
        marking());
  }
}
