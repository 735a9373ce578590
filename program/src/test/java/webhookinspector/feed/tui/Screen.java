package webhookinspector.feed.tui;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.Examples;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Palette;
import webhookinspector.feed.tui.layout.Layout;
import webhookinspector.feed.tui.model.Errand;
import webhookinspector.feed.tui.model.Input;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.screen.Picture;
import webhookinspector.inspection.DeliveryLine;

/** The view without a terminal: errands are run at once, and what is shown is text. */
public final class Screen {

  public final MemoryHost host = new MemoryHost();
  public final Model model = new Model();
  public final List<Errand.Change> later = new ArrayList<>();
  public final List<Errand> others = new ArrayList<>();
  private final Layout layout;

  public Screen(int width, int height) {
    this(width, height, false);
  }

  public Screen(int width, int height, boolean ascii) {
    var look =
        new Look(
            () -> width,
            ZoneId.of("Europe/Berlin"),
            InstantSource.fixed(Examples.NOON),
            Palette.SIXTEEN,
            ascii);
    layout = new Layout(look);
    model.resize(width, height);
  }

  /** Opened, on whatever the history has. */
  public Screen open() {
    model.open(Examples.opening());
    return settle();
  }

  /** It is kept, then told. */
  public Screen arrives(DeliveryLine line) {
    host.history.add(line);
    model.told(Examples.told(line));
    return settle();
  }

  public Screen press(String... keys) {
    for (String key : keys) {
      model.input(new Input.Key(key));
      settle();
    }
    return this;
  }

  /** Runs what is to be done, until there is nothing more. */
  public Screen settle() {
    picture();
    List<Errand> errands = model.errands();
    while (!errands.isEmpty()) {
      for (Errand errand : errands) {
        switch (errand) {
          case Errand.Ask(Errand.Question question) -> question.ask(host).apply(model);
          case Errand.Later(Duration delay, Errand.Change change) -> later.add(change);
          default -> others.add(errand);
        }
      }
      picture();
      errands = model.errands();
    }
    return this;
  }

  /** Time passes: what was put off is done. */
  public Screen rest() {
    List<Errand.Change> due = List.copyOf(later);
    later.clear();
    due.forEach(change -> change.apply(model));
    return settle();
  }

  public Screen type(String text) {
    text.chars().forEach(c -> press(Character.toString(c)));
    return this;
  }

  public Picture picture() {
    return layout.of(model);
  }

  public String shown() {
    return picture().text();
  }
}
