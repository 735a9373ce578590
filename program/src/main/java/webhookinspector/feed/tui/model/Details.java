package webhookinspector.feed.tui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;

/** The pane that tells everything about one delivery. */
public final class Details {

  /** Everything about one, as the program told it. */
  public record Content(
      Host.Details details, Explanation explanation, List<Line.OfAttempt> attempts) {

    public Content {
      attempts = List.copyOf(attempts);
    }
  }

  private final Scroll scroll = new Scroll();
  private Section section = Section.EXPLAIN;
  private int form;
  private @Nullable DeliveryLine wanted;
  private @Nullable Content content;
  private @Nullable String problem;
  private boolean asking;

  public boolean isOpen() {
    return wanted != null;
  }

  /** The delivery that it is about, as the list knows it. */
  public @Nullable DeliveryLine line() {
    return wanted;
  }

  /** What there is to show; null while it is on its way. */
  public @Nullable Content content() {
    Content known = content;
    DeliveryLine line = wanted;
    boolean same = known != null && line != null && isOf(known, line);
    return same ? known : null;
  }

  private static boolean isOf(Content known, DeliveryLine line) {
    return known.details().line().id().equals(line.id());
  }

  public @Nullable String problem() {
    return problem;
  }

  public Section section() {
    return section;
  }

  /** Which of the section's forms, counted on without end: tree, raw, hex; curl, HTTPie … */
  public int form() {
    return form;
  }

  public Scroll scroll() {
    return scroll;
  }

  void close() {
    wanted = null;
    content = null;
    problem = null;
  }

  void show(Section other) {
    if (section != other) {
      section = other;
      form = 0;
      scroll.top();
    }
  }

  void turn(int steps) {
    show(section.by(steps));
  }

  void nextForm() {
    form++;
    scroll.top();
  }

  void show(Model model, DeliveryLine line) {
    DeliveryLine before = wanted;
    wanted = line;
    if (before == null || !before.id().equals(line.id())) {
      scroll.top();
      problem = null;
      ask(model);
    } else if (!before.equals(line)) {
      content = null;
      ask(model);
    }
  }

  /** Asked anew, because something about it changed. */
  void refresh(Model model) {
    if (isOpen()) {
      ask(model);
    }
  }

  /** One question at a time: who holds a key down is interested in the last delivery only. */
  private void ask(Model model) {
    DeliveryLine line = wanted;
    if (asking || line == null) {
      return;
    }
    asking = true;
    model.ask(
        host ->
            new Content(
                host.delivery(line.id()), host.explain(line.id()), host.attempts(line.id())),
        told -> answered(model, line, told, null),
        why -> answered(model, line, null, why));
  }

  private void answered(
      Model model, DeliveryLine line, @Nullable Content told, @Nullable String why) {
    asking = false;
    DeliveryLine now = wanted;
    if (now == null) {
      return;
    }
    if (now.id().equals(line.id())) {
      content = told;
      problem = why;
    } else {
      ask(model);
    }
  }
}
