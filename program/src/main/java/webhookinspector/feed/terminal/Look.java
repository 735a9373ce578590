package webhookinspector.feed.terminal;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.IntSupplier;

/**
 * How a view shall look.
 *
 * @param width of the terminal in columns, asked anew for each row
 * @param zone in which times are shown
 * @param palette which colours may be written
 * @param ascii whether nothing but ASCII may be written: signs become letters, and other characters
 *     of names their escapes
 */
public record Look(
    IntSupplier width, ZoneId zone, InstantSource clock, Palette palette, boolean ascii) {

  /** Narrower terminals are treated as if they had so many columns. */
  static final int MIN_WIDTH = 40;

  /** The columns that a row may take. */
  int columns() {
    return Math.max(MIN_WIDTH, width.getAsInt());
  }

  /** What may be written. */
  public Ink ink() {
    return new Ink(palette, ascii);
  }
}
