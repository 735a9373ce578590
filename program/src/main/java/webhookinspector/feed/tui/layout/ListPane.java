package webhookinspector.feed.tui.layout;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.model.Beneath;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.model.Viewport;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.DeliveryLine;

/** The deliveries, or what to say when there are none. */
final class ListPane {

  private final Look look;

  ListPane(Look look) {
    this.look = look;
  }

  List<Strip> lines(Model model, int width) {
    var rows = new RowStrip(look, width, model.listing().hasSeveralInboxes());
    var strips = new ArrayList<Strip>();
    strips.add(rows.names());
    for (Viewport.Spot spot : model.viewport().spots()) {
      strips.add(spot(model, rows, spot));
    }
    if (model.listing().size() == 0) {
      empty(model, width, strips);
    }
    return strips;
  }

  private static Strip spot(Model model, RowStrip rows, Viewport.Spot spot) {
    DeliveryLine line = model.listing().at(spot.index());
    boolean chosen = spot.index() == model.viewport().cursor();
    if (line == null) {
      return rows.onItsWay(spot.index(), chosen);
    }
    if (spot.line() == 0) {
      boolean lit = chosen && !model.isInDetails();
      var extras =
          new RowStrip.Extras(
              chosen, lit, model.marks().has(line), model.sending().last(line.id()));
      return rows.delivery(line, extras);
    }
    List<Beneath> beneath = Beneath.of(line);
    int at = Math.min(spot.line(), beneath.size()) - 1;
    return rows.beneath(beneath.get(at), at == beneath.size() - 1);
  }

  /** Every way in which a list can be empty has its own face and its next step. */
  private void empty(Model model, int width, List<Strip> strips) {
    if (!model.listing().isLoaded()) {
      say(strips, width, model.opening() == null ? "Opening …" : "Reading the history …", "");
    } else if (!model.listing().filter().isEmpty()) {
      say(strips, width, "Nothing matches.", "Esc shows everything.");
    } else {
      say(
          strips,
          width,
          "Waiting for the first delivery.",
          "Change something in what is watched; Asana needs about a minute, at most ten.");
    }
  }

  private void say(List<Strip> strips, int width, String what, String next) {
    strips.add(Strip.BLANK);
    strips.add(new Pen(width, look.ink()).to(2).put(what).strip());
    strips.add(new Pen(width, look.ink()).to(2).put(Style.FAINT, next).strip());
  }
}
