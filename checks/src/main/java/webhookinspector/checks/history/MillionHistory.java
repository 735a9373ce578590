package webhookinspector.checks.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.History;
import webhookinspector.history.HistoryTrouble;
import webhookinspector.history.Query;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inspection.Inspected;

/** Asks a long history everything that list, search and page ask, some hundred times each. */
public final class MillionHistory implements Check {

  private static final int PAGE = 50;

  @Override
  public String name() {
    return "million-history";
  }

  @Override
  public String promise() {
    return "of 1,000,000 deliveries: any place < 100 ms, filter < 200, words < 300, story < 200 (p95)";
  }

  @Override
  public Outcome run(Size size, Path folder) {
    int deliveries = size.of(5_000, 1_000_000);
    int busy = size.of(500, 10_000);
    int times = size.of(40, 400);
    Path file = folder.resolve("history.db");
    long start = System.nanoTime();
    List<Inspected> samples;
    try (History history = SqliteHistory.open(file)) {
      samples = LongHistory.fill(history, deliveries, busy);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Stopwatch> all = ask(file, samples, deliveries, busy, times);
    String numbers = all.stream().map(Stopwatch::toString).collect(Collectors.joining("; "));
    return Outcome.of(
        all.stream().allMatch(Stopwatch::holds),
        String.format(
            Locale.ROOT,
            "%,d deliveries at %,.0f/s, %,d MB; %s",
            deliveries,
            deliveries / seconds,
            file.toFile().length() >> 20,
            numbers));
  }

  private static List<Stopwatch> ask(
      Path file, List<Inspected> samples, int deliveries, int busy, int times) {
    var questions = new Questions(samples);
    var random = new Random(3);
    Instant end = samples.getLast().line().receivedAt();
    var all = new ArrayList<Stopwatch>();
    all.add(Stopwatch.of("open", 3_000, 3, () -> SqliteHistory.open(file).close()));
    try (History history = SqliteHistory.open(file)) {
      Stopwatch.of("warm up", 1, times / 4, () -> list(history, "", end, 0));
      all.add(Stopwatch.of("first page", 50, times, () -> list(history, "", end, 0)));
      all.add(
          Stopwatch.of(
              "any place",
              100,
              times / 4,
              () -> list(history, "", end, random.nextInt(deliveries))));
      all.add(
          Stopwatch.of("any filter", 200, times, () -> list(history, questions.filter(), end, 0)));
      all.add(
          Stopwatch.of("words", 300, times / 4, () -> list(history, questions.words(), end, 0)));
      all.add(
          Stopwatch.of(
              String.format(Locale.ROOT, "story of %,d events", busy),
              200,
              times / 10,
              () -> story(history, busy)));
    }
    return all;
  }

  private static void list(History history, String filter, Instant now, int skip) {
    FilterExpression expression = FilterParser.parse(filter, now);
    try {
      history.list(new Query(expression, null, null), PAGE, skip);
    } catch (HistoryTrouble e) {
      throw new AssertionError(filter + ": " + e.getMessage(), e);
    }
  }

  private static void story(History history, int busy) {
    long events = history.about(LongHistory.BUSY_TASK, null, PAGE).events();
    if (events < busy * 9L / 10) { // one in forty is forged
      throw new AssertionError(events + " events (expected: most of " + busy + ")");
    }
  }
}
