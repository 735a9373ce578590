package webhookinspector.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import webhookinspector.delivery.Body;

/**
 * Reads bodies token by token: no tree, bounded depth, numbers and strings. A webhook's body holds
 * its events under {@code events}; a page of the events endpoint holds them under {@code data},
 * beside its token.
 */
final class BodyReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Content.MAX_DEPTH)
                  .maxNumberLength(1_000)
                  .maxNameLength(10_000)
                  .build())
          .build();

  private final JsonParser in;
  private final List<String> beside = new ArrayList<>();
  private @Nullable EventReader events;
  private @Nullable EventReader data;
  private long dataBegin;
  private long dataEnd;
  private @Nullable String sync;
  private boolean hasMore;

  private BodyReader(JsonParser in) {
    this.in = in;
  }

  static Content content(Body body) {
    try {
      return read(body).content();
    } catch (Unreadable e) {
      return new Content.Junk(e.because);
    }
  }

  static Optional<Page> page(Body body) {
    try {
      return read(body).page();
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  static Optional<Body> webhookBody(Body page) {
    try {
      BodyReader reader = read(page);
      return reader.sync == null || reader.data == null
          ? Optional.empty()
          : Optional.of(reader.webhookBody(page.view()));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private Body webhookBody(ByteBuffer page) {
    var list = page.slice((int) dataBegin, (int) (dataEnd - dataBegin));
    byte[] before = "{\"events\":".getBytes(StandardCharsets.UTF_8);
    var body = ByteBuffer.allocate(before.length + list.remaining() + 1);
    return Body.wrapping(body.put(before).put(list).put((byte) '}').array());
  }

  /** Why a body is none of Asana's. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String because;

    private Unreadable(String because) {
      super(because, null, false, false);
      this.because = because;
    }
  }

  private static BodyReader read(Body body) throws Unreadable {
    if (body.size() == 0) {
      throw new Unreadable("the body is empty");
    }
    ByteBuffer view = body.view();
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      var reader = new BodyReader(in);
      reader.readObject();
      return reader;
    } catch (StreamConstraintsException e) {
      throw new Unreadable("the JSON is deeper or has longer numbers than we read");
    } catch (JacksonException e) {
      throw new Unreadable(problem(e));
    }
  }

  private static String problem(JacksonException e) {
    String where =
        " at byte " + Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate")
        ? "a key stands twice" + where + ", so the body means different things to different readers"
        : "not JSON" + where;
  }

  private void readObject() throws Unreadable {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new Unreadable("not a JSON object with events");
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = in.currentName();
      readValue(key, in.nextToken());
    }
    if (in.nextToken() != null) {
      throw new Unreadable("there is more after the JSON object");
    }
  }

  private void readValue(String key, JsonToken value) {
    if (key.equals("events") && value == JsonToken.START_ARRAY) {
      events = new EventReader(in).read();
    } else if (key.equals("data") && value == JsonToken.START_ARRAY) {
      dataBegin = in.currentTokenLocation().getByteOffset();
      data = new EventReader(in).read();
      dataEnd = in.currentLocation().getByteOffset();
    } else if (key.equals("sync") && value == JsonToken.VALUE_STRING) {
      sync = in.getString();
    } else if (key.equals("has_more")) {
      hasMore = value == JsonToken.VALUE_TRUE;
      in.skipChildren();
    } else {
      beside.add("unknown key beside events");
      in.skipChildren();
    }
  }

  private Content content() {
    boolean page = events == null && sync != null;
    EventReader list = page ? data : events;
    if (list == null) {
      return new Content.Junk("no list called events");
    }
    var oddities = new ArrayList<>(list.oddities());
    oddities.addAll(beside);
    if (!page && (data != null || sync != null || hasMore)) {
      oddities.add("unknown key beside events");
    }
    if (list.events().isEmpty()) {
      return oddities.isEmpty()
          ? new Content.Heartbeat()
          : new Content.Junk("no event that can be read: " + oddities.getFirst());
    }
    return new Content.Events(list.events(), oddities);
  }

  private Optional<Page> page() {
    return sync == null || sync.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page(data == null ? List.of() : data.events(), sync, hasMore));
  }
}
