package webhookinspector.rest;

import java.util.Collection;
import java.util.List;

/** Markup in which whatever is not written by us has been escaped. */
final class Html {

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** A stranger's text: markup and controls in it are shown, never obeyed. */
  static Html text(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return new Html(safe.toString());
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      case '\n' -> safe.append("\\n");
      default -> {
        if (isHarmless(c)) {
          safe.appendCodePoint(c);
        } else {
          safe.append("\\u{%x}".formatted(c));
        }
      }
    }
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** What this program wrote itself. */
  static Html ours(String markup) {
    return new Html(markup);
  }

  static Html of(Html... parts) {
    return of(List.of(parts));
  }

  static Html of(Collection<Html> parts) {
    var all = new StringBuilder();
    parts.forEach(part -> all.append(part.markup));
    return new Html(all.toString());
  }

  /**
   * @param start name and attributes, ours
   */
  static Html element(String start, Html... inside) {
    String name = start.contains(" ") ? start.substring(0, start.indexOf(' ')) : start;
    return new Html("<" + start + ">" + of(inside).markup + "</" + name + ">");
  }

  /** An element of stranger's text. */
  static Html element(String start, String text) {
    return element(start, text(text));
  }

  /** The same, with all of the text on hover. */
  static Html titled(String start, String title, Html inside) {
    return element(start + " title=\"" + text(title).markup + "\"", inside);
  }

  @Override
  public String toString() {
    return markup;
  }
}
