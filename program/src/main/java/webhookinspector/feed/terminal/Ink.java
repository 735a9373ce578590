package webhookinspector.feed.terminal;

import webhookinspector.inspection.Harmless;

/** Colours and characters that this terminal may be given. */
public record Ink(Palette palette, boolean ascii) {

  /** Names of Asana's have at most 1,024 characters; whatever is longer is nobody's name. */
  private static final int LONGEST = 1_200;

  /** What a colour means. Never the only carrier of it: a sign and a word stand beside. */
  public enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    GOOD,
    BAD,
    WARN,
    INFO
  }

  private boolean color() {
    return palette != Palette.NONE;
  }

  /** The parameter of the escape sequence (ECMA-48, SGR) for a tone; "" for none. */
  public String code(Tone tone) {
    return palette.code(tone);
  }

  /** In that colour, where colour is wanted. Padding belongs inside. */
  public String paint(Tone tone, String text) {
    return !color() || tone == Tone.PLAIN || text.isBlank()
        ? text
        : "\u001b[" + code(tone) + "m" + text + "\u001b[0m";
  }

  /** What was looked for, so that the eye falls on it; with signs where colour is not wanted. */
  String found(String text) {
    return color() ? "\u001b[1;4m" + text + "\u001b[0m" : sign("»", "[") + text + sign("«", "]");
  }

  /** A state's word. */
  public String strong(Tone tone, String text) {
    return color() ? "\u001b[1;" + code(tone) + "m" + text + "\u001b[0m" : text;
  }

  /** One of our own characters, or its twin. */
  public String sign(String unicode, String twin) {
    return ascii ? twin : unicode;
  }

  /** Foreign text on one line. */
  public String foreign(String text) {
    String harmless = Harmless.text(Columns.cut(text, LONGEST, "…"));
    return ascii ? escaped(harmless) : harmless;
  }

  private static String escaped(String text) {
    if (text.chars().allMatch(c -> c < 0x7f)) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '“', '”' -> safe.append('"');
        case '’', '‘' -> safe.append('\'');
        case '…' -> safe.append("...");
        case '→' -> safe.append("->");
        case '–' -> safe.append('-');
        case '·' -> safe.append('-');
        case '×' -> safe.append('x');
        default -> {
          if (c < 0x7f) {
            safe.append(c);
          } else {
            safe.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
          }
        }
      }
    }
    return safe.toString();
  }
}
