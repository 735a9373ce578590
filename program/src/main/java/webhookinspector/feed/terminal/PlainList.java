package webhookinspector.feed.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.DeliveryLine;

/** Deliveries of the past, in the rows of the live view, with a line where a day begins. */
public final class PlainList {

  private PlainList() {}

  /** The lines to print; nothing of nothing. */
  public static List<String> of(List<DeliveryLine> deliveries, Look look) {
    var rows = new Rows(look);
    var lines = new ArrayList<String>();
    LocalDate day = null;
    for (DeliveryLine delivery : deliveries) {
      var at = delivery.receivedAt().atZone(look.zone());
      if (!at.toLocalDate().equals(day)) {
        boolean first = day == null;
        day = at.toLocalDate();
        String zone = first ? ", " + new Head(look).times(at) : "";
        lines.add(look.ink().paint(Tone.FAINT, dash(look) + PlainView.DAY.format(at) + zone));
        lines.addAll(first ? rows.header() : List.of());
      }
      lines.addAll(rows.delivery(delivery));
    }
    return lines.stream().map(String::stripTrailing).toList();
  }

  private static String dash(Look look) {
    return look.ink().sign("── ", "-- ");
  }
}
