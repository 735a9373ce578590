package webhookinspector.app;

import java.io.PrintWriter;
import java.util.List;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.View;
import webhookinspector.feed.terminal.JsonView;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.PlainDifference;
import webhookinspector.feed.terminal.PlainList;
import webhookinspector.feed.terminal.PlainView;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;

/**
 * How what happens is shown.
 *
 * @param json one object a line, instead of rows for people
 * @param color whether escape sequences for colour may be written
 * @param out standard output
 */
public record Output(boolean json, boolean color, PrintWriter out) {

  View view(Surroundings surroundings) {
    return json ? new JsonView(out, surroundings.clock()) : new PlainView(out, look(surroundings));
  }

  /** Deliveries of the past. */
  public void list(List<DeliveryLine> deliveries, Surroundings surroundings) {
    if (json) {
      deliveries.forEach(line -> out.println(LineJson.write(new Line.OfDelivery(line))));
    } else {
      PlainList.of(deliveries, look(surroundings)).forEach(out::println);
    }
  }

  /** How two deliveries differ, for people. */
  public void difference(Difference difference, Surroundings surroundings) {
    PlainDifference.of(difference, look(surroundings)).forEach(out::println);
  }

  private Look look(Surroundings surroundings) {
    return new Look(
        surroundings::columns,
        surroundings.zone(),
        surroundings.clock(),
        color,
        surroundings.asciiOnly());
  }
}
