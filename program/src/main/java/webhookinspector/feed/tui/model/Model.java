package webhookinspector.feed.tui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.State;
import webhookinspector.inspection.DeliveryLine;

/** Everything on show, and the few verbs that change it. */
public final class Model {

  private static final Duration NOTICES_STAY = Duration.ofSeconds(6);
  private static final Duration HEALTH_AGAIN = Duration.ofSeconds(5);

  private final List<Errand> errands = new ArrayList<>();
  private final Listing listing = new Listing(errands::add);
  private final Viewport viewport = new Viewport(this::heightOf);
  private final Details details = new Details();
  private final Sheets sheets = new Sheets();
  private final Sending sending = new Sending();
  private final Marks marks = new Marks();
  private final Filtering filtering = new Filtering();
  private final Set<String> unfolded = new HashSet<>();
  private @Nullable Opening opening;
  private State state = new State.Starting("");
  private Host.Health health = Host.Health.UNKNOWN;
  private Geometry geometry = Geometry.of(80, 24, 1, false);
  private @Nullable Prompt prompt;
  private @Nullable Notice notice;
  private boolean inDetails;
  private boolean headFolded;
  private boolean quitting;
  private boolean ending;

  /** What is to be done outside; emptied by this call. */
  public List<Errand> errands() {
    List<Errand> all = List.copyOf(errands);
    errands.clear();
    return all;
  }

  void errand(Errand errand) {
    errands.add(errand);
  }

  /** Asks the program; a failure is shown as a notice. */
  <T> void ask(Function<Host, T> question, Consumer<T> answered) {
    ask(question, answered, why -> notice(Notice.bad(why)));
  }

  <T> void ask(Function<Host, T> question, Consumer<T> answered, Consumer<String> failed) {
    errands.add(
        new Errand.Ask(
            host -> {
              try {
                T answer = question.apply(host);
                return _ -> answered.accept(answer);
              } catch (RuntimeException e) {
                String why = e.getMessage() == null ? e.toString() : e.getMessage();
                return _ -> failed.accept(why);
              }
            }));
  }

  void later(Duration delay, Errand.Change change) {
    errands.add(new Errand.Later(delay, change));
  }

  /** All ports are open. */
  public void open(Opening what) {
    opening = what;
    arrange();
    listing.open(this, "");
    keepHealthFresh();
  }

  /** Something happened. */
  public void told(Line line) {
    switch (line) {
      case Line.OfDelivery of -> {
        headFolded = true;
        arrange();
        listing.arrive(of.delivery(), this);
      }
      case Line.OfState of -> state = of.state();
      case Line.OfAlert alert -> {
        sheets.alert(alert);
        notice(Notice.warn(alert.message()));
      }
      case Line.OfAttempt attempt -> {
        sending.told(attempt);
        if (isShown(attempt.delivery())) {
          details.refresh(this);
        }
      }
      case Line.OfReplay of -> sending.told(this, of.replay());
      case Line.OfGap of -> notice(Notice.warn("events may be missing: " + of.gap().cause()));
    }
  }

  private boolean isShown(String id) {
    DeliveryLine shown = details.line();
    return shown != null && shown.id().equals(id);
  }

  /** Lines were passed over; the history has them. */
  public void fellBehind() {
    listing.open(this, listing.filter());
  }

  private void keepHealthFresh() {
    askForHealth();
    later(HEALTH_AGAIN, Model::keepHealthFresh);
  }

  void askForHealth() {
    ask(Host::health, told -> health = told, _ -> health = Host.Health.UNKNOWN);
  }

  /** Somebody pressed a key or pasted something. */
  public void input(Input input) {
    notice = null;
    boolean asked = quitting;
    quitting = false;
    if (prompt != null) {
      prompt.input(this, input);
    } else if (input instanceof Input.Key(String key)) {
      if (asked && key.equals("q")) {
        end(false);
      } else {
        press(key);
      }
    }
    arrange();
  }

  private void press(String key) {
    if (sheets.open() != null) {
      if (key.equals("Esc") || key.equals("q")) {
        sheets.close();
        return;
      }
      if (sheets.scroll().press(key)) {
        return;
      }
    } else if (inDetails && (details.scroll().press(key) || Keys.press(Keys.DETAILS, this, key))) {
      return;
    }
    Keys.press(Keys.LIST, this, key);
  }

  public void resize(int width, int height) {
    int head = headFolded || opening == null ? 1 : Facts.headRows(opening, width);
    geometry = Geometry.of(width, height, head, details.isOpen());
    viewport.resize(geometry.list());
  }

  private void arrange() {
    resize(geometry.width(), geometry.height());
  }

  /** The list is another one. */
  void relisted() {
    viewport.reset(listing.size());
    filtering.listed(this);
    followInDetails();
  }

  /** The same list was read anew; so many rows came, or went, in front of what is selected. */
  void shifted(int rows) {
    viewport.shift(listing.size(), rows);
    filtering.listed(this);
    followInDetails();
  }

  /** The list has one more row at its end. */
  void grew() {
    viewport.grow(listing.size());
    followInDetails();
  }

  private int heightOf(int index) {
    DeliveryLine line = unfolded.isEmpty() ? null : listing.at(index);
    return line != null && isUnfolded(line) ? 1 + Beneath.count(line) : 1;
  }

  void fold() {
    DeliveryLine line = selected();
    if (line != null && !unfolded.remove(line.id())) {
      unfolded.add(line.id());
    }
    viewport.settle();
  }

  void move(int rows) {
    viewport.move(rows);
    followInDetails();
  }

  void moveTo(int index) {
    viewport.moveTo(index);
    followInDetails();
  }

  void follow() {
    viewport.follow();
    followInDetails();
  }

  /** The open pane is about the selected row. */
  private void followInDetails() {
    DeliveryLine line = selected();
    if (details.isOpen() && line != null) {
      details.show(this, line);
    }
  }

  /**
   * @param enter whether the keys go there, if there is room for both
   */
  void openDetails(boolean enter) {
    DeliveryLine line = selected();
    if (line != null) {
      sheets.close();
      viewport.stay();
      details.show(this, line);
      arrange();
      inDetails = enter || inDetails || !geometry.isBeside();
    }
  }

  void turnFocus() {
    if (inDetails) {
      inDetails = false;
      if (!geometry.isBeside()) {
        details.close();
      }
    } else {
      openDetails(true);
    }
  }

  /** One step out of whatever is open. */
  void back() {
    if (inDetails && geometry.isBeside()) {
      inDetails = false;
    } else if (details.isOpen()) {
      inDetails = false;
      details.close();
    } else if (!listing.filter().isEmpty()) {
      filter("");
    }
  }

  void askForFilter() {
    filtering.begin(this);
  }

  void filter(String text) {
    if (!text.equals(listing.filter())) {
      listing.open(this, text);
    }
  }

  void sheet(Sheet sheet) {
    sheets.show(this, sheet);
  }

  /** Ends a demo at once; whatever may be missed asks for a second q. */
  void quit() {
    if (ending) {
      notice = Notice.plain("it is ending; Ctrl+C does not wait for the rest");
    } else if (opening == null || opening.command().equals("demo")) {
      end(false);
    } else {
      quitting = true;
      notice = Notice.warn("q again ends " + opening.command() + "; any other key goes on");
    }
  }

  void interrupt() {
    end(true);
  }

  private void end(boolean interrupted) {
    ending = true;
    errands.add(new Errand.End(interrupted));
  }

  int page() {
    return Math.max(1, geometry.list() - 1);
  }

  void prompt(@Nullable Prompt next) {
    prompt = next;
  }

  public @Nullable Prompt prompt() {
    return prompt;
  }

  void notice(Notice next) {
    notice = next;
    later(
        NOTICES_STAY,
        model -> {
          if (next.equals(notice)) {
            notice = null;
          }
        });
  }

  public @Nullable Notice notice() {
    return notice;
  }

  /** The row that the keys are about; null while the list is empty or not there yet. */
  public @Nullable DeliveryLine selected() {
    return listing.at(viewport.cursor());
  }

  public boolean isUnfolded(DeliveryLine line) {
    return unfolded.contains(line.id());
  }

  /** Whether keys go to the pane with the delivery. */
  public boolean isInDetails() {
    return inDetails && details.isOpen();
  }

  public boolean isEnding() {
    return ending;
  }

  public boolean isHeadFolded() {
    return geometry.head() == 1;
  }

  public @Nullable Opening opening() {
    return opening;
  }

  public State state() {
    return state;
  }

  public Host.Health health() {
    return health;
  }

  public Geometry geometry() {
    return geometry;
  }

  public Listing listing() {
    return listing;
  }

  public Viewport viewport() {
    return viewport;
  }

  public Details details() {
    return details;
  }

  public Sheets sheets() {
    return sheets;
  }

  public Sending sending() {
    return sending;
  }

  public Marks marks() {
    return marks;
  }
}
