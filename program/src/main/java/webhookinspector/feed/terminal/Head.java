package webhookinspector.feed.terminal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.Opening;
import webhookinspector.feed.terminal.Ink.Tone;

/** The block at the head of a view: what is watched, where, and how to stop. */
final class Head {

  private static final int LABEL = 12;

  private final Look look;
  private final Ink ink;

  Head(Look look) {
    this.look = look;
    this.ink = look.ink();
  }

  /** The very first line; says in which zone all times are. */
  String title(String day, ZonedDateTime now) {
    return ink.strong(Tone.INFO, "Webhook Inspector")
        + "  "
        + ink.paint(Tone.FAINT, day + ", " + times(now));
  }

  /** In which zone times are. */
  String times(ZonedDateTime now) {
    String offset = now.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + now.getOffset();
    String zone = look.zone().getId();
    boolean same = zone.equals("Z") || zone.endsWith(offset);
    return "times in " + (same ? offset : zone + " (" + offset + ")");
  }

  List<String> lines(Opening opening) {
    var lines = new ArrayList<String>();
    lines.add("");
    if (!opening.note().isEmpty()) {
      add(lines, opening.command(), opening.note());
    }
    add(
        lines,
        "watches",
        opening.watched().isEmpty()
            ? "whatever Asana posts to the inboxes of this folder"
            : String.join(", ", opening.watched()));
    var ready = opening.ready();
    add(lines, "receiver", ready.receiver().toString());
    add(
        lines,
        "public",
        ready.publicUrl() == null
            ? "none; only this machine reaches the receiver"
            : ready.publicUrl().toString());
    add(lines, "page, once", ready.login().toString());
    add(lines, "kept in", opening.folder());
    add(lines, "stop", "Ctrl+C");
    lines.add("");
    return lines;
  }

  private void add(List<String> lines, String label, String text) {
    int room = look.columns() - LABEL - 2;
    List<String> parts = isAddress(text) ? List.of(text) : Columns.wrap(ink.foreign(text), room);
    String left = label;
    for (String part : parts) {
      lines.add("  " + ink.paint(Tone.FAINT, Columns.left(left, LABEL)) + part);
      left = "";
    }
  }

  /** The terminal may break it: then it can still be clicked and copied as one. */
  private static boolean isAddress(String text) {
    return text.startsWith("http");
  }
}
