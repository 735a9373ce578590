package webhookinspector.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a fault may say. Each refusal names the part, its value and what was expected. */
final class FaultRules {

  private static final Duration LONGEST = Duration.ofDays(366);

  private FaultRules() {}

  static void check(
      FaultKind kind,
      double probability,
      int times,
      Duration after,
      @Nullable Duration lasting,
      Duration by,
      int amount,
      String on) {
    require(probability > 0 && probability <= 1, "probability", probability, "above 0 to 1");
    require(times >= 1, "times", times, "1 or more");
    require(isTime(after), "after", after, "zero to P366D");
    require(
        lasting == null || (isTime(lasting) && !lasting.isZero()),
        "lasting",
        lasting,
        "more than zero, to P366D");
    require(isTime(by), "by", by, "zero to P366D");
    require(
        kind.strikesSingly() || (probability == 1 && times == Fault.ALWAYS),
        "probability or times",
        "set for " + kind.word(),
        "neither: it holds for all; use after and lasting");
    checkOwn(kind, by, amount);
    require(FaultScope.fits(kind, on), "on", on, FaultScope.expected(kind));
  }

  private static void checkOwn(FaultKind kind, Duration by, int amount) {
    boolean takesBy = !kind.by().isZero();
    require(takesBy || by.isZero(), "by", by, "none for " + kind.word());
    require(kind.amount() > 0 || amount == 0, "amount", amount, "none for " + kind.word());
    require(kind.amount() == 0 || amount > 0, "amount", amount, "1 or more");
    if (kind == FaultKind.SERVER_ERROR) {
      require(amount >= 400 && amount <= 599, "amount", amount, "a status from 400 to 599");
    }
    if (takesBy && kind != FaultKind.RATE_LIMITED) {
      require(!by.isZero(), "by", by, "more than zero for " + kind.word());
    }
  }

  private static boolean isTime(Duration time) {
    return !time.isNegative() && time.compareTo(LONGEST) <= 0;
  }

  private static void require(boolean holds, String name, @Nullable Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
