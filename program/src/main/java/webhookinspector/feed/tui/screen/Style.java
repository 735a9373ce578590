package webhookinspector.feed.tui.screen;

import webhookinspector.feed.terminal.Ink.Tone;

/**
 * How a piece of text looks.
 *
 * @param strong bold
 * @param lit part of what is selected: shown inverse
 * @param underlined points at something, such as the place of a mistake
 */
public record Style(Tone tone, boolean strong, boolean lit, boolean underlined) {

  public static final Style PLAIN = of(Tone.PLAIN);
  public static final Style FAINT = of(Tone.FAINT);

  public static Style of(Tone tone) {
    return new Style(tone, tone == Tone.STRONG, false, false);
  }

  public Style bold() {
    return new Style(tone, true, lit, underlined);
  }

  public Style chosen() {
    return new Style(tone, strong, true, underlined);
  }

  public Style underline() {
    return new Style(tone, strong, lit, true);
  }
}
