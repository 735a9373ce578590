package webhookinspector.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import webhookinspector.ledger.Dropped;

/** What stands at the beginning of a list in the place of what is no longer kept. */
final class DroppedText {

  private static final int MOST = 5;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private DroppedText() {}

  /** The newest last, a line each. */
  static List<String> of(List<Dropped> dropped, ZoneId zone) {
    var lines = new ArrayList<String>();
    int left = Math.max(0, dropped.size() - MOST);
    if (left > 0) {
      lines.add("── and " + left + " earlier droppings");
    }
    for (Dropped one : dropped.subList(left, dropped.size())) {
      lines.add(
          Plain.text(
              String.format(
                  Locale.ROOT,
                  "── no longer kept: %,d deliveries from %s to %s, %s",
                  one.deliveries(),
                  TIME.format(one.from().atZone(zone)),
                  TIME.format(one.to().atZone(zone)),
                  one.because())));
    }
    return lines;
  }
}
