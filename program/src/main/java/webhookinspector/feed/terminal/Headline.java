package webhookinspector.feed.terminal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.DeliveryLine;

/** A delivery on one line, with its day, for where no list gives the order. */
final class Headline {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ENGLISH);

  private static final int NUMBER = 8;

  private Headline() {}

  /**
   * @param lead what stands in front
   */
  static String of(String lead, DeliveryLine line, Look look) {
    Ink ink = look.ink();
    Badge badge = Badge.of(line);
    String number = Columns.left("#" + line.position(), NUMBER);
    String time = Columns.left(MOMENT.format(line.receivedAt().atZone(look.zone())), 19) + "  ";
    String trust = Columns.left(badge.text(ink), Badge.WIDTH + 1);
    int room = Math.max(20, look.columns() - Columns.width(lead + number + time + trust));
    String story = ink.foreign(Story.headline(line, room));
    return ink.paint(Tone.FAINT, lead)
        + number
        + ink.paint(Tone.FAINT, time)
        + ink.paint(badge.tone(), trust)
        + Columns.cut(story, room, ink.sign("…", "~"));
  }
}
