package webhookinspector.conform;

import java.util.Locale;

/** What a check is about. Reports list checks in this order. */
public enum Group {
  HANDSHAKE("Handshake"),
  SIGNATURE("Signature"),
  RAW_BYTES("Raw bytes"),
  HEARTBEAT("Heartbeat"),
  ANSWER("Answer"),
  CONTENT("Content"),
  TRANSPORT("Transport"),
  SECRECY("Secrecy"),
  RESTART("Restart");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** For a heading. */
  public String title() {
    return title;
  }

  /** For JSON and XML. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
