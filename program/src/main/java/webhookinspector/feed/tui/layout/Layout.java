package webhookinspector.feed.tui.layout;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.model.Beneath;
import webhookinspector.feed.tui.model.Geometry;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.model.Viewport;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Picture;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.inspection.DeliveryLine;

/** The whole screen: head, list, foot. */
public final class Layout {

  private final Look look;

  public Layout(Look look) {
    this.look = look;
  }

  public Picture of(Model model) {
    Geometry geometry = model.geometry();
    if (geometry.isTooSmall()) {
      return tooSmall(geometry);
    }
    var strips = new ArrayList<>(new HeadBlock(look).lines(model));
    RowStrip rows = new RowStrip(look, geometry.width());
    strips.add(rows.names());
    strips.addAll(list(model, rows));
    while (strips.size() < geometry.head() + 1 + geometry.list()) {
      strips.add(Strip.BLANK);
    }
    strips.addAll(new FootBlock(look).lines(model));
    return new Picture(geometry.width(), geometry.height(), strips, null);
  }

  private List<Strip> list(Model model, RowStrip rows) {
    var strips = new ArrayList<Strip>();
    for (Viewport.Spot spot : model.viewport().spots()) {
      DeliveryLine line = model.listing().at(spot.index());
      boolean chosen = spot.index() == model.viewport().cursor();
      if (line == null) {
        strips.add(rows.onItsWay(spot.index(), chosen));
      } else if (spot.line() == 0) {
        strips.add(rows.delivery(line, chosen));
      } else {
        List<Beneath> beneath = Beneath.of(line);
        int at = Math.min(spot.line(), beneath.size()) - 1;
        strips.add(rows.beneath(beneath.get(at), at == beneath.size() - 1));
      }
    }
    return strips;
  }

  private Picture tooSmall(Geometry geometry) {
    Pen pen = new Pen(geometry.width(), look.ink());
    pen.put("Too small: " + Geometry.MIN_WIDTH + "x" + Geometry.MIN_HEIGHT + " at least");
    return new Picture(geometry.width(), geometry.height(), List.of(pen.strip()), null);
  }
}
