package webhookinspector.feed.terminal;

import webhookinspector.inspection.DeliveryLine;

/**
 * Sign, word and colour at the head of a row: first whether to believe it, then what it is.
 *
 * @param sign one column wide
 * @param twin the sign in ASCII, two columns wide
 */
public record Badge(String sign, String twin, String word, Ink.Tone tone) {

  /** The widest word with its ASCII sign. */
  public static final int WIDTH = 12;

  public static final Badge ALERT = new Badge("⚠", "al", "alert", Ink.Tone.WARN);
  public static final Badge GAP = new Badge("⚠", "al", "gap", Ink.Tone.WARN);
  public static final Badge SENT = new Badge("→", "->", "sent", Ink.Tone.GOOD);
  public static final Badge SYNTHETIC = new Badge("⚑", "sy", "sent", Ink.Tone.WARN);
  public static final Badge REPLAY = new Badge("→", "->", "replay", Ink.Tone.INFO);
  public static final Badge NOT_SENT = new Badge("→", "->", "not sent", Ink.Tone.BAD);

  private static final Badge AUTHENTIC = new Badge("✓", "ok", "authentic", Ink.Tone.GOOD);
  private static final Badge HEARTBEAT = new Badge("♥", "hb", "heartbeat", Ink.Tone.FAINT);
  private static final Badge HANDSHAKE = new Badge("⇄", "hs", "handshake", Ink.Tone.INFO);
  private static final Badge REFUSED = new Badge("⇄", "hs", "refused", Ink.Tone.BAD);
  private static final Badge REPEAT = new Badge("⟳", "rp", "repeat", Ink.Tone.GOOD);
  private static final Badge ECHO = new Badge("⟳", "rp", "echo", Ink.Tone.GOOD);
  private static final Badge COPY = new Badge("⚑", "sy", "copy", Ink.Tone.WARN);
  private static final Badge POLLED = new Badge("☰", "pl", "polled", Ink.Tone.GOOD);
  private static final Badge JUNK = new Badge("⚠", "al", "junk", Ink.Tone.WARN);
  private static final Badge NO_SECRET = new Badge("?", "??", "no secret", Ink.Tone.WARN);

  public static Badge of(DeliveryLine line) {
    return switch (line.verdict()) {
      case "accepted", "pending" -> HANDSHAKE;
      case "refused" -> REFUSED;
      case "nosecret" -> NO_SECRET;
      case "authentic" -> believed(line);
      default -> new Badge("✗", "!!", line.verdict(), Ink.Tone.BAD);
    };
  }

  private static Badge believed(DeliveryLine line) {
    if (line.source().equals("replay")) {
      return COPY;
    }
    if (line.kind().equals("junk")) {
      return JUNK;
    }
    if (line.kind().equals("heartbeat")) {
      return HEARTBEAT;
    }
    if (line.repeatOf() != null) {
      return REPEAT;
    }
    if (!line.events().isEmpty() && line.echoes() == line.events().size()) {
      return ECHO;
    }
    return line.source().equals("stream") ? POLLED : AUTHENTIC;
  }

  /** Such as {@code ✓ authentic}, not padded. */
  public String text(Ink ink) {
    return ink.sign(sign, twin) + " " + word;
  }
}
