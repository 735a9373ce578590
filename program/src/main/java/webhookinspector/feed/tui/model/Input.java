package webhookinspector.feed.tui.model;

/** What somebody does at the terminal. */
public sealed interface Input {

  /**
   * A key.
   *
   * @param name the character itself, or such as {@code Up}, {@code PgDn}, {@code Enter}, {@code
   *     Shift+Tab}, {@code Ctrl+C}
   */
  record Key(String name) implements Input {}

  /** Text that was pasted: never taken for keys. */
  record Paste(String text) implements Input {}
}
