package webhookinspector.feed.tui.model;

import webhookinspector.feed.terminal.Ink.Tone;

/**
 * A line that comes and goes at the foot of the screen.
 *
 * @param sign with which it begins, in Unicode and in ASCII, or ""
 * @param text may hold foreign text
 */
public record Notice(Tone tone, String sign, String twin, String text) {

  static Notice plain(String text) {
    return new Notice(Tone.PLAIN, "", "", text);
  }

  static Notice good(String text) {
    return new Notice(Tone.GOOD, "✓", "ok", text);
  }

  static Notice warn(String text) {
    return new Notice(Tone.WARN, "⚠", "al", text);
  }

  static Notice bad(String text) {
    return new Notice(Tone.BAD, "✗", "!!", text);
  }
}
