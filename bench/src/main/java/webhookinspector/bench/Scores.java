package webhookinspector.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What each contender reached, and the table of it: the medians of all rounds. */
final class Scores {

  /** At one size of body and one number of connections. */
  private record Place(String size, int connections) {}

  /**
   * Once.
   *
   * @param cpu microseconds of the contender's processes, each answer
   * @param megabytes resident, right afterwards
   * @param acksPerSync not a number for who keeps nothing
   */
  record Round(
      double rate, double cpu, double p50, double p99, double megabytes, double acksPerSync) {}

  private final String yardstick;
  private final Map<Place, Map<String, List<Round>>> rounds = new LinkedHashMap<>();

  /**
   * @param yardstick whose rate is 100 %
   */
  Scores(String yardstick) {
    this.yardstick = yardstick;
  }

  void add(Load load, int connections, String name, Round round) {
    rounds
        .computeIfAbsent(new Place(load.size(), connections), _ -> new LinkedHashMap<>())
        .computeIfAbsent(name, _ -> new ArrayList<>())
        .add(round);
  }

  void print() {
    System.out.println(
        "| body | connections | who | answers/s | of nginx's constant | CPU each | p50 | p99 | memory"
            + " | acks a sync |\n|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|");
    rounds.forEach(
        (place, all) -> {
          double best = median(Objects.requireNonNull(all.get(yardstick)), Round::rate);
          all.forEach((name, some) -> print(place, name, some, best));
        });
  }

  private static void print(Place place, String name, List<Round> some, double best) {
    double rate = median(some, Round::rate);
    double acks = median(some, Round::acksPerSync);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %,.0f | %.0f %% | %.1f µs | %.1f ms | %.1f ms | %.0f MB | %s |%n",
        place.size(),
        place.connections(),
        name,
        rate,
        100 * rate / best,
        median(some, Round::cpu),
        median(some, Round::p50),
        median(some, Round::p99),
        median(some, Round::megabytes),
        Double.isFinite(acks) ? String.format(Locale.ROOT, "%.1f", acks) : "");
  }

  private static double median(List<Round> some, ToDoubleFunction<Round> number) {
    return some.stream().mapToDouble(number).sorted().toArray()[some.size() / 2];
  }
}
