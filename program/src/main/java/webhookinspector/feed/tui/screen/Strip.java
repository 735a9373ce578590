package webhookinspector.feed.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import webhookinspector.feed.terminal.Columns;

/**
 * One line of the screen. Each piece knows its column, so that one that a terminal measures
 * differently moves nothing behind it.
 */
public record Strip(List<Piece> pieces) {

  /** A line with nothing on it. */
  public static final Strip BLANK = new Strip(List.of());

  /**
   * Text in one style.
   *
   * @param column where it begins, from 0
   */
  public record Piece(int column, String text, Style style) {

    /** The column behind it. */
    int end() {
      return column + Columns.width(text);
    }
  }

  public Strip {
    pieces = List.copyOf(pieces);
  }

  /** The column behind its last piece. */
  public int width() {
    return pieces.isEmpty() ? 0 : pieces.getLast().end();
  }

  /** With another line to its right. */
  public Strip beside(int column, Strip other) {
    var both = new ArrayList<>(pieces);
    other.pieces.forEach(
        piece -> both.add(new Piece(column + piece.column, piece.text, piece.style)));
    return new Strip(both);
  }

  /** Every piece in another style, and the gaps between them too, up to a width. */
  public Strip restyled(int width, UnaryOperator<Style> change) {
    var all = new ArrayList<Piece>();
    int column = 0;
    for (Piece piece : pieces) {
      fill(all, column, piece.column, change);
      all.add(new Piece(piece.column, piece.text, change.apply(piece.style)));
      column = piece.end();
    }
    fill(all, column, width, change);
    return new Strip(all);
  }

  private static void fill(List<Piece> all, int from, int to, UnaryOperator<Style> change) {
    if (to > from) {
      all.add(new Piece(from, " ".repeat(to - from), change.apply(Style.PLAIN)));
    }
  }

  /** Without styles. */
  public String text() {
    var text = new StringBuilder();
    int column = 0;
    for (Piece piece : pieces) {
      text.repeat(' ', Math.max(0, piece.column - column)).append(piece.text);
      column = piece.end();
    }
    return text.toString();
  }
}
