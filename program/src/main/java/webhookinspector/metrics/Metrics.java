package webhookinspector.metrics;

import java.util.function.Consumer;
import java.util.function.Supplier;
import webhookinspector.asana.Calls;
import webhookinspector.feed.Line;
import webhookinspector.intake.Acks;
import webhookinspector.ledger.Commits;

/** Counts what it is told; safe for many threads, and cheap enough for the ack path. */
public interface Metrics {

  Acks acks();

  Commits commits();

  Calls calls();

  /** Told each line of the feed, once. */
  Consumer<Line> lines();

  /** From now on these are asked whenever somebody wants to read. */
  void readFrom(Supplier<Readings> readings);

  /** Everything in the text format of Prometheus, version 0.0.4. */
  String text();
}
