package webhookinspector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many deliveries to send again.
 *
 * @param target as in {@link Admin#replay}
 * @param deliveries ids, starts of them, or positions; none to take what the filter finds
 * @param filter in the filter language, or null when deliveries are named
 * @param speed so many times as fast as they came; null without waiting between them
 * @param concurrency so many may wait for their answers at the same time; 1 keeps their order
 * @param shuffle in any order
 * @param jitterMillis each leaves up to so much later
 * @param seed of what is left to chance; null to draw one
 * @param sign as in {@link Edit}
 * @param dryRun only to see what would be sent
 */
public record NewReplay(
    String target,
    List<String> deliveries,
    @Nullable String filter,
    @Nullable Double speed,
    int concurrency,
    boolean shuffle,
    long jitterMillis,
    @Nullable Long seed,
    @Nullable String sign,
    boolean dryRun) {

  /** Named one by one; a filter takes more. */
  public static final int MOST_NAMED = 10_000;

  public NewReplay {
    deliveries = List.copyOf(deliveries);
    if (deliveries.isEmpty() == (filter == null)) {
      throw Refusal.badInput(
          "replay: "
              + (filter == null ? "no deliveries" : "deliveries and a filter")
              + " (expected: either some deliveries or a filter)",
          "");
    }
    if (deliveries.size() > MOST_NAMED) {
      throw Refusal.badInput(
          "deliveries: " + deliveries.size() + " named (expected: at most " + MOST_NAMED + ")",
          "Find them by a filter instead.");
    }
  }
}
