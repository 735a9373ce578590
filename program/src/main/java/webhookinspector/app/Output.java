package webhookinspector.app;

import java.io.PrintWriter;
import java.util.List;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.View;
import webhookinspector.feed.terminal.JsonView;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Palette;
import webhookinspector.feed.terminal.PlainDifference;
import webhookinspector.feed.terminal.PlainHits;
import webhookinspector.feed.terminal.PlainList;
import webhookinspector.feed.terminal.PlainTimeline;
import webhookinspector.feed.terminal.PlainView;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Hit;
import webhookinspector.inspection.Timeline;

/**
 * How what happens is shown.
 *
 * @param json one object a line, instead of rows for people
 * @param screen whether the whole screen is taken for a live view
 * @param color whether escape sequences for colour may be written
 * @param ascii whether nothing but ASCII may be written
 * @param out standard output
 */
public record Output(boolean json, Screen screen, boolean color, boolean ascii, PrintWriter out) {

  /** Whether the whole screen is taken instead of writing rows. */
  public enum Screen {
    NONE,
    /** Where there is a terminal that can; without a word where there is none. */
    IF_POSSIBLE,
    /** Somebody asked for it. */
    WANTED
  }

  /** The live view; of a full screen, its host is told later who answers. */
  View view(Surroundings surroundings, ViewHost host, Ending ending) {
    if (json) {
      return new JsonView(out, surroundings.clock());
    }
    Look look = look(surroundings);
    View rows = new PlainView(out, look);
    return screen == Screen.NONE ? rows : OwnScreen.over(look, host, ending, rows, this);
  }

  /** Deliveries of the past. */
  public void list(List<DeliveryLine> deliveries, Surroundings surroundings) {
    list(deliveries, List.of(), surroundings);
  }

  /**
   * Deliveries of the past.
   *
   * @param gaps between them, for people
   */
  public void list(List<DeliveryLine> deliveries, List<Gap> gaps, Surroundings surroundings) {
    if (json) {
      deliveries.forEach(line -> out.println(LineJson.write(new Line.OfDelivery(line))));
    } else {
      PlainList.of(deliveries, gaps, look(surroundings)).forEach(out::println);
    }
  }

  /** How two deliveries differ, for people. */
  public void difference(Difference difference, Surroundings surroundings) {
    PlainDifference.of(difference, look(surroundings)).forEach(out::println);
  }

  /** What a search found, for people. */
  public void hits(List<Hit> hits, Surroundings surroundings) {
    PlainHits.of(hits, look(surroundings)).forEach(out::println);
  }

  /** Everything about one thing, for people. */
  public void timeline(Timeline timeline, Surroundings surroundings) {
    PlainTimeline.of(timeline, look(surroundings)).forEach(out::println);
  }

  private Look look(Surroundings surroundings) {
    Palette palette = color ? surroundings.palette() : Palette.NONE;
    return new Look(
        surroundings::columns, surroundings.zone(), surroundings.clock(), palette, ascii);
  }
}
