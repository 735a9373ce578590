package webhookinspector.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.egress.Outgoing;
import webhookinspector.inspection.Harmless;
import webhookinspector.trust.Signature;

/**
 * A shell script that sends each delivery to one target. It carries what a replay would carry.
 * Nothing that came from outside stands outside of single quotes, and bodies go through a pipe,
 * because an argument may be no longer than 128 KiB and begins a file name with {@code @}.
 */
abstract class ScriptWriter implements ParcelWriter {

  private final OutputStream out;
  private Signatures signatures = Signatures.WITHHELD;
  private int number;

  ScriptWriter(OutputStream out) {
    this.out = out;
  }

  /** The command that reads a body from a pipe and sends it, up to its headers. */
  abstract String command();

  /** One header as the command's words, quoted. */
  abstract String header(Header header);

  /** A header that the command would add by itself, taken away. */
  abstract String without(String header);

  /** Whatever stands behind the headers. */
  abstract String target();

  @Override
  public void begin(Head head) throws IOException {
    signatures = head.signatures();
    text(
        "#!/bin/sh\n# Deliveries exported by Webhook Inspector. Usage: sh FILE [TARGET]\n"
            + "target=${1:-http://localhost:3000/hook}\n");
    if (head.throwAway() != null) {
      text("# Names and gids are pseudonyms; all is signed with this made-up secret:\n");
      text("# " + head.throwAway().reveal() + "\n");
    }
  }

  @Override
  public void add(Parcel parcel) throws IOException {
    Delivery delivery = parcel.judged().delivery();
    text("\n# " + ++number + ". " + comment(parcel) + "\n");
    if (parcel.judgement().handshake()) {
      text("# A handshake is nothing without its secret, which stands in no file.\n");
      return;
    }
    if (signatures == Signatures.WITHHELD && delivery.headers().has(Signature.HEADER)) {
      text("# Its signature is withheld; --keep-signatures exports it.\n");
    }
    text(bytes(delivery.body()) + " | " + command());
    boolean typed = false;
    for (Header header : Outgoing.copyOf(parcel.judged().id().text(), delivery).headers()) {
      typed |= header.isNamed("Content-Type");
      boolean withheld = Withheld.is(header.value());
      if (!withheld && sendable(header)) {
        text(" \\\n  " + header(header));
      }
    }
    text((typed ? "" : " \\\n  " + without("Content-Type")) + target() + "\n");
  }

  private static String comment(Parcel parcel) {
    String note = parcel.marking().note();
    return Harmless.text(
        parcel.judged().id()
            + " "
            + parcel.judged().delivery().receivedAt()
            + ", inbox "
            + parcel.judged().inbox()
            + ", "
            + parcel.judgement().word()
            + (note == null ? "" : ", noted: " + note));
  }

  private static boolean sendable(Header header) {
    return Harmless.text(header.value()).equals(header.value())
        && header.value().chars().allMatch(c -> c < 0x7f);
  }

  private static String bytes(Body body) {
    Optional<String> text =
        ParcelText.plain(body).filter(plain -> Harmless.lines(plain).equals(plain));
    return text.isPresent()
        ? "printf %s " + quoted(text.get())
        : "printf %s "
            + quoted(Base64.getEncoder().encodeToString(body.toBytes()))
            + " | base64 -d";
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  @Override
  public void end(ExportReport report) throws IOException {
    int left = report.leftOut().size();
    text("\n# " + report.deliveries() + " deliveries");
    text(left == 0 ? "\n" : "; " + left + " are damaged on disk and left out\n");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** For curl. */
  static final class Curl extends ScriptWriter {

    Curl(OutputStream out) {
      super(out);
    }

    @Override
    String command() {
      return "curl -sS -o /dev/null -w '%{http_code}\\n' --data-binary @-";
    }

    /** An empty value is asked for with a semicolon (curl's manual, --header). */
    @Override
    String header(Header header) {
      String value = header.value();
      return "-H " + quoted(header.name() + (value.isEmpty() ? ";" : ": " + value));
    }

    @Override
    String without(String header) {
      return "-H " + quoted(header + ":");
    }

    @Override
    String target() {
      return " \\\n  \"$target\"";
    }
  }

  /** For HTTPie. */
  static final class Httpie extends ScriptWriter {

    Httpie(OutputStream out) {
      super(out);
    }

    @Override
    String command() {
      return "http --print=h POST \"$target\"";
    }

    /** {@code :=} and {@code :@} mean something else there (HTTPie's manual, request items). */
    @Override
    String header(Header header) {
      String value = header.value();
      if (value.isEmpty()) {
        return quoted(header.name() + ";");
      }
      boolean special = value.charAt(0) == '=' || value.charAt(0) == '@';
      return quoted(header.name() + ":" + (special ? "\\" : "") + value);
    }

    @Override
    String without(String header) {
      return quoted(header + ":");
    }

    @Override
    String target() {
      return "";
    }
  }
}
