package webhookinspector.history.sqlite;

import org.jspecify.annotations.Nullable;

/** How a gid is stored: a million of them are half as large as integers. */
final class Gid {

  /** Digits that surely fit 64 bits. */
  private static final int SAFE = 18;

  private Gid() {}

  /** A {@code Long} where it gives back the same digits, else the text. */
  static @Nullable Object stored(@Nullable String gid) {
    return gid != null && isPlainNumber(gid) ? (Object) Long.valueOf(gid) : gid;
  }

  private static boolean isPlainNumber(String gid) {
    return !gid.isEmpty()
        && gid.length() <= SAFE
        && gid.charAt(0) != '0'
        && gid.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
