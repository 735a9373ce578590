package webhookinspector.feed.terminal;

import webhookinspector.feed.terminal.Ink.Tone;

/**
 * Which colours a terminal may be given. Its own sixteen are whatever its owner chose and some of
 * those choices can hardly be read; where there are more, ours have a contrast of 3 to 1 at least
 * on black, white and both of solarized (WCAG 2.2, 1.4.11).
 */
public enum Palette {
  NONE,
  /** The terminal's own; grey is the faint attribute, because on some its grey is invisible. */
  SIXTEEN,
  /** The 256 of xterm: a cube of 6 by 6 by 6 and a ramp of greys. */
  MANY,
  /** Each by red, green and blue. */
  TRUE;

  /** The parameter of the escape sequence (ECMA-48, SGR; ISO 8613-6 for more); "" for none. */
  String code(Tone tone) {
    return switch (this) {
      case NONE -> "";
      case SIXTEEN -> sixteen(tone);
      case MANY -> many(tone);
      case TRUE -> exact(tone);
    };
  }

  private static String sixteen(Tone tone) {
    return switch (tone) {
      case PLAIN -> "";
      case STRONG -> "1";
      case FAINT -> "2";
      case GOOD -> "32";
      case BAD -> "31";
      case WARN -> "33";
      case INFO -> "94";
    };
  }

  private static String many(Tone tone) {
    return switch (tone) {
      case PLAIN, STRONG -> sixteen(tone);
      case FAINT -> "38;5;244";
      case GOOD -> "38;5;28";
      case BAD -> "38;5;167";
      case WARN -> "38;5;136";
      case INFO -> "38;5;32";
    };
  }

  private static String exact(Tone tone) {
    return switch (tone) {
      case PLAIN, STRONG -> sixteen(tone);
      case FAINT -> "38;2;128;128;128";
      case GOOD -> "38;2;35;143;80";
      case BAD -> "38;2;224;67;58";
      case WARN -> "38;2;166;116;0";
      case INFO -> "38;2;64;120;224";
    };
  }
}
