package webhookinspector.feed.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Difference.Change;
import webhookinspector.inspection.Difference.Part;

/**
 * How two deliveries differ, for people. What differs has a sign, not a colour: colours mean trust.
 */
public final class PlainDifference {

  private final Look look;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private PlainDifference(Look look) {
    this.look = look;
    this.ink = look.ink();
  }

  /** The lines to print. */
  public static List<String> of(Difference difference, Look look) {
    return new PlainDifference(look).lay(difference);
  }

  private List<String> lay(Difference difference) {
    lines.add(Headline.of("first   ", difference.a(), look));
    lines.add(Headline.of("second  ", difference.b(), look));
    lines.add("");
    wrapped("", Tone.STRONG, difference.summary());
    difference.parts().forEach(this::part);
    if (difference.left() > 0) {
      lines.add(ink.paint(Tone.FAINT, "and " + difference.left() + " more changes"));
    }
    section("Headers", difference.headers());
    section("What we know of them", difference.facts());
    return lines.stream().map(String::stripTrailing).toList();
  }

  private void part(Part part) {
    lines.add("");
    wrapped(sign(part.what()) + " ", Tone.PLAIN, part.title() + where(part));
    if (part.was() != null) {
      beneath("    was: ", Tone.FAINT, part.was());
    }
    part.changes().forEach(change -> change(change, "    "));
  }

  private static String where(Part part) {
    Integer a = part.a();
    Integer b = part.b();
    if (a == null || b == null || a.equals(b)) {
      return "";
    }
    return " (event " + (a + 1) + ", then " + (b + 1) + ")";
  }

  private void section(String title, List<Change> changes) {
    if (!changes.isEmpty()) {
      lines.add("");
      lines.add(ink.paint(Tone.STRONG, title));
      changes.forEach(change -> change(change, "  "));
    }
  }

  /** On one line where it fits, else what was and what is beneath each other. */
  private void change(Change change, String indent) {
    String lead = change.path().isEmpty() ? "" : indent + sign(change.what()) + " ";
    String path = ink.foreign(change.path());
    String before = foreign(change.before());
    String after = foreign(change.after());
    String arrow = before.isEmpty() || after.isEmpty() ? "" : ink.sign(" → ", " -> ");
    int width = Columns.width(lead + path + "  " + before + arrow + after);
    if (!path.isEmpty() && width <= look.columns()) {
      lines.add(
          lead + ink.paint(Tone.INFO, path) + "  " + ink.paint(Tone.FAINT, before) + arrow + after);
      return;
    }
    beneath(lead, Tone.INFO, path);
    beneath(indent + "  - ", Tone.FAINT, before);
    beneath(indent + "  + ", Tone.PLAIN, after);
  }

  private String foreign(@Nullable String value) {
    return value == null ? "" : ink.foreign(value);
  }

  private void beneath(String lead, Tone tone, String value) {
    if (!value.isEmpty()) {
      wrapped(lead, tone, value);
    }
  }

  private void wrapped(String lead, Tone tone, String foreign) {
    int indent = Columns.width(lead);
    String at = lead;
    int room = Math.max(20, look.columns() - indent);
    for (String part : Columns.wrap(ink.foreign(foreign), room)) {
      lines.add(at + ink.paint(tone, part));
      at = " ".repeat(indent);
    }
  }

  private String sign(String what) {
    return switch (what) {
      case Difference.ADDED -> "+";
      case Difference.REMOVED -> "-";
      case Difference.MOVED -> ink.sign("↕", ">");
      default -> "~";
    };
  }
}
