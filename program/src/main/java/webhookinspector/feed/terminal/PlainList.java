package webhookinspector.feed.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;

/**
 * Deliveries of the past with the gaps between them, in the rows of the live view, with a line
 * where a day begins.
 */
public final class PlainList {

  private final Look look;
  private final Rows rows;
  private final List<String> lines = new ArrayList<>();
  private @Nullable LocalDate day;

  private PlainList(Look look) {
    this.look = look;
    this.rows = new Rows(look);
  }

  /**
   * The lines to print; nothing of nothing.
   *
   * @param deliveries in their order
   * @param gaps in any order; each stands where it was noticed
   */
  public static List<String> of(List<DeliveryLine> deliveries, List<Gap> gaps, Look look) {
    var list = new PlainList(look);
    var waiting = new ArrayDeque<>(gaps.stream().sorted(Comparator.comparing(Gap::at)).toList());
    for (DeliveryLine delivery : deliveries) {
      list.gapsBefore(delivery.receivedAt(), waiting);
      list.turnPageTo(delivery.receivedAt());
      list.lines.addAll(list.rows.delivery(delivery));
    }
    list.gapsBefore(Instant.MAX, waiting);
    return list.lines.stream().map(String::stripTrailing).toList();
  }

  private void gapsBefore(Instant end, Deque<Gap> waiting) {
    while (!waiting.isEmpty() && waiting.getFirst().at().isBefore(end)) {
      Gap gap = waiting.removeFirst();
      turnPageTo(gap.at());
      lines.addAll(rows.note(gap.at(), Badge.GAP, Notes.gap(gap, look)));
    }
  }

  private void turnPageTo(Instant moment) {
    ZonedDateTime at = moment.atZone(look.zone());
    if (!at.toLocalDate().equals(day)) {
      boolean first = day == null;
      day = at.toLocalDate();
      String zone = first ? ", " + new Head(look).times(at) : "";
      lines.add(look.ink().paint(Tone.FAINT, dash() + PlainView.DAY.format(at) + zone));
      lines.addAll(first ? rows.header() : List.of());
    }
  }

  private String dash() {
    return look.ink().sign("── ", "-- ");
  }
}
