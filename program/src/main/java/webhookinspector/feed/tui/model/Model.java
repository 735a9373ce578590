package webhookinspector.feed.tui.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Head;
import webhookinspector.inspection.DeliveryLine;

/** Everything on show, and the few verbs that change it. */
public final class Model {

  private final List<Errand> errands = new ArrayList<>();
  private final Listing listing = new Listing(errands::add);
  private final Viewport viewport = new Viewport(this::heightOf);
  private final Set<String> unfolded = new HashSet<>();
  private @Nullable Opening opening;
  private State state = new State.Starting("");
  private Geometry geometry = Geometry.of(80, 24, 1);
  private boolean headFolded;
  private boolean ending;

  /** What is to be done outside; emptied by this call. */
  public List<Errand> errands() {
    List<Errand> all = List.copyOf(errands);
    errands.clear();
    return all;
  }

  /** All ports are open. */
  public void open(Opening what) {
    opening = what;
    arrange();
    listing.open("");
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
      default -> {}
    }
  }

  /** Lines were passed over; the history has them. */
  public void fellBehind() {
    listing.open(listing.filter());
  }

  /** A question failed. */
  public void failed(String message) {
    state = new State.Degraded(message);
  }

  /** Somebody pressed a key or pasted something. */
  public void input(Input input) {
    if (input instanceof Input.Key(String name)) {
      Keys.press(this, name);
    }
  }

  public void resize(int width, int height) {
    geometry = Geometry.of(width, height, headRows(width));
    viewport.resize(geometry.list());
  }

  private void arrange() {
    resize(geometry.width(), geometry.height());
  }

  /** Title, a blank line, facts, a blank line. */
  private int headRows(int width) {
    return headFolded || opening == null ? 1 : 3 + Facts.lines(Head.facts(opening), width).size();
  }

  /** The list has other rows. */
  void listed() {
    viewport.grow(listing.size());
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

  void end() {
    ending = true;
    errands.add(new Errand.End());
  }

  int page() {
    return Math.max(1, geometry.list() - 1);
  }

  /** The row that the keys are about; null while the list is empty or not there yet. */
  public @Nullable DeliveryLine selected() {
    return listing.at(viewport.cursor());
  }

  public boolean isUnfolded(DeliveryLine line) {
    return unfolded.contains(line.id());
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

  public Geometry geometry() {
    return geometry;
  }

  public Listing listing() {
    return listing;
  }

  public Viewport viewport() {
    return viewport;
  }
}
