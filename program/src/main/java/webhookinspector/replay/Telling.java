package webhookinspector.replay;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import webhookinspector.feed.ReplayLine;

/** Tells how a replay goes on, a few times a second and not with each delivery. */
final class Telling {

  private static final long PAUSE_NANOS = 250_000_000;

  private final Ticker ticker;
  private final Consumer<ReplayLine> told;
  private final AtomicLong last;

  Telling(Ticker ticker, Consumer<ReplayLine> told) {
    this.ticker = ticker;
    this.told = told;
    this.last = new AtomicLong(ticker.now());
  }

  /** If the last time is long enough ago. */
  void maybe(Supplier<ReplayLine> line) {
    long before = last.get();
    long now = ticker.now();
    if (now - before >= PAUSE_NANOS && last.compareAndSet(before, now)) {
      told.accept(line.get());
    }
  }
}
