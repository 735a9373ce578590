package webhookinspector.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Which delivery leaves when. Pure: the same choice gives the same timetable.
 *
 * @param departures in the order in which they leave
 */
record Timetable(List<Departure> departures) {

  private static final Comparator<Chosen> AS_THEY_CAME =
      Comparator.comparing(Chosen::receivedAt).thenComparingLong(Chosen::position);

  Timetable {
    departures = List.copyOf(departures);
  }

  /** In the order in which they came, unless chance says otherwise. */
  static Timetable of(List<Chosen> chosen, Spacing spacing, Mixing mixing) {
    List<Chosen> ordered = chosen.stream().sorted(AS_THEY_CAME).toList();
    List<Chosen> leaving = new ArrayList<>(ordered);
    mixing.shuffle(leaving);
    var departures = new ArrayList<Departure>(ordered.size());
    Iterator<Duration> delays = mixing.delays(ordered.size()).iterator();
    for (int i = 0; i < ordered.size(); i++) {
      Duration slot = spacing.of(sinceFirst(ordered, i));
      departures.add(new Departure(leaving.get(i).delivery(), slot.plus(delays.next())));
    }
    departures.sort(Comparator.comparing(Departure::after));
    return new Timetable(departures);
  }

  private static Duration sinceFirst(List<Chosen> ordered, int i) {
    Instant first = ordered.getFirst().receivedAt();
    return Duration.between(first, ordered.get(i).receivedAt());
  }

  /** From the first departure to the last. */
  Duration length() {
    return departures.isEmpty() ? Duration.ZERO : departures.getLast().after();
  }
}
