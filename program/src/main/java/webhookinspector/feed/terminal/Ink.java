package webhookinspector.feed.terminal;

import webhookinspector.inspection.Harmless;

/**
 * Colours and characters that this terminal may be given. The 16 colours of the terminal's own
 * palette, so that rows stay readable on black, white and solarized; grey is the faint attribute,
 * because the palette's grey is invisible on some of them.
 */
public record Ink(boolean color, boolean ascii) {

  /** Names of Asana's have at most 1,024 characters; whatever is longer is nobody's name. */
  private static final int LONGEST = 1_200;

  /** What a colour means. Never the only carrier of it: a sign and a word stand beside. */
  public enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    BAD("31"),
    WARN("33"),
    INFO("94");

    private final String code;

    Tone(String code) {
      this.code = code;
    }

    /** The parameter of the escape sequence (ECMA-48, SGR); "" for none. */
    public String code() {
      return code;
    }
  }

  /** In that colour, where colour is wanted. Padding belongs inside. */
  public String paint(Tone tone, String text) {
    return !color || tone == Tone.PLAIN || text.isBlank()
        ? text
        : "\u001b[" + tone.code + "m" + text + "\u001b[0m";
  }

  /** What was looked for, so that the eye falls on it; with signs where colour is not wanted. */
  String found(String text) {
    return color ? "\u001b[1;4m" + text + "\u001b[0m" : sign("»", "[") + text + sign("«", "]");
  }

  /** A state's word. */
  public String strong(Tone tone, String text) {
    return color ? "\u001b[1;" + tone.code + "m" + text + "\u001b[0m" : text;
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
