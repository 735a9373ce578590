package webhookinspector.feed.terminal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.Opening;
import webhookinspector.feed.terminal.Ink.Tone;

/** The block at the head of a view: what is watched, where, and how to stop. */
public final class Head {

  private static final int LABEL = 12;
  private static final String ANYTHING = "whatever Asana posts to the inboxes of this folder";
  private static final String NOT_PUBLIC = "none; only this machine reaches the receiver";

  private final Look look;
  private final Ink ink;

  public Head(Look look) {
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
  public String times(ZonedDateTime now) {
    String offset = now.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + now.getOffset();
    String zone = look.zone().getId();
    boolean same = zone.equals("Z") || zone.endsWith(offset);
    return "times in " + (same ? offset : zone + " (" + offset + ")");
  }

  List<String> lines(Opening opening) {
    var lines = new ArrayList<String>();
    lines.add("");
    facts(opening).forEach(fact -> add(lines, fact.label(), fact.text()));
    lines.add("");
    return lines;
  }

  /** Something to know, with what it is. */
  public record Fact(String label, String text) {}

  /** What there is to know at the start, in the order of its importance; still raw text. */
  public static List<Fact> facts(Opening opening) {
    var facts = new ArrayList<Fact>();
    if (!opening.note().isEmpty()) {
      facts.add(new Fact(opening.command(), opening.note()));
    }
    String watched = String.join(", ", opening.watched());
    facts.add(new Fact("watches", watched.isEmpty() ? ANYTHING : watched));
    var ready = opening.ready();
    facts.add(new Fact("receiver", ready.receiver().toString()));
    var open = ready.publicUrl();
    facts.add(new Fact("public", open == null ? NOT_PUBLIC : open.toString()));
    facts.add(new Fact("page, once", ready.login().toString()));
    facts.add(new Fact("kept in", opening.folder()));
    facts.add(new Fact("stop", "Ctrl+C"));
    return facts;
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
