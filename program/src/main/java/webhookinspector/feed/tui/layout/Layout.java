package webhookinspector.feed.tui.layout;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.model.Geometry;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.model.Sheet;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Picture;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/** The whole screen: head, list and delivery, foot. */
public final class Layout {

  private final Look look;
  private final HeadBlock head;
  private final ListPane list;
  private final DetailPane detail;
  private final SheetPane sheet;
  private final FootBlock foot;

  public Layout(Look look) {
    this.look = look;
    this.head = new HeadBlock(look);
    this.list = new ListPane(look);
    this.detail = new DetailPane(look);
    this.sheet = new SheetPane(look);
    this.foot = new FootBlock(look);
  }

  public Picture of(Model model) {
    Geometry geometry = model.geometry();
    if (geometry.isTooSmall()) {
      return tooSmall(geometry);
    }
    var strips = new ArrayList<>(head.lines(model));
    strips.addAll(middle(model, geometry));
    strips.addAll(foot.lines(model));
    return new Picture(geometry.width(), geometry.height(), strips, foot.caret(model));
  }

  private List<Strip> middle(Model model, Geometry geometry) {
    int height = geometry.middle();
    Sheet open = model.sheets().open();
    if (open != null) {
      return filled(sheet.lines(model, open, geometry.width(), height), height);
    }
    if (geometry.right() == 0) {
      return filled(list.lines(model, geometry.left()), height);
    }
    boolean focused = model.isInDetails();
    List<Strip> right =
        filled(detail.lines(model.details(), geometry.right(), height, focused), height);
    return geometry.left() == 0 ? right : beside(model, geometry, right);
  }

  private List<Strip> beside(Model model, Geometry geometry, List<Strip> right) {
    List<Strip> left = filled(list.lines(model, geometry.left()), right.size());
    Strip edge = new Pen(1, look.ink()).put(Style.FAINT, look.ink().sign("│", "|")).strip();
    var both = new ArrayList<Strip>();
    for (int row = 0; row < right.size(); row++) {
      Strip edged = left.get(row).beside(geometry.left(), edge);
      both.add(edged.beside(geometry.left() + 1, right.get(row)));
    }
    return both;
  }

  private static List<Strip> filled(List<Strip> strips, int height) {
    var all = new ArrayList<>(strips.subList(0, Math.min(strips.size(), height)));
    while (all.size() < height) {
      all.add(Strip.BLANK);
    }
    return all;
  }

  private Picture tooSmall(Geometry geometry) {
    Pen pen = new Pen(geometry.width(), look.ink());
    pen.put("Too small: " + Geometry.MIN_WIDTH + "x" + Geometry.MIN_HEIGHT + " at least");
    return new Picture(geometry.width(), geometry.height(), List.of(pen.strip()), null);
  }
}
