package webhookinspector.web;

import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted.
 *
 * @param filter in the filter language, "" for all
 * @param after only those behind this position, or null
 * @param before only those in front of this position, or null
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param skip so many newer ones that match are passed over; 0 or more
 */
public record Search(
    String filter, @Nullable Long after, @Nullable Long before, int limit, int skip) {

  /** More than anybody reads in one piece; page on with {@code before}. */
  public static final int MAX_LIMIT = 1_000;

  /** What a list shows when it is not told otherwise. */
  public static final int DEFAULT_LIMIT = 50;

  public Search {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Refusal.badInput(
          "limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")",
          "Ask for less, and page on with before=POSITION.");
    }
    if (skip < 0) {
      throw Refusal.badInput("skip: " + skip + " (expected: 0 or more)", "");
    }
    refuseNegative("after", after);
    refuseNegative("before", before);
  }

  /** Without skipping any. */
  public Search(String filter, @Nullable Long after, @Nullable Long before, int limit) {
    this(filter, after, before, limit, 0);
  }

  /** The newest ones. */
  public static Search newest(int limit) {
    return new Search("", null, null, limit);
  }

  private static void refuseNegative(String name, @Nullable Long position) {
    if (position != null && position < 0) {
      throw Refusal.badInput(
          name + ": " + position + " (expected: a position, 0 or more)",
          "Take it from `position` of a delivery line.");
    }
  }
}
