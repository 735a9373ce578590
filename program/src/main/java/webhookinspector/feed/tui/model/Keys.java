package webhookinspector.feed.tui.model;

import java.util.List;

/** What each key does; help and docs/terminal.md show these lists, so they cannot lag behind. */
public final class Keys {

  /** Everywhere but in a line that is being typed. */
  public static final List<Binding> LIST =
      List.of(
          Binding.of("Next delivery", "", m -> m.move(1), "j", "Down"),
          Binding.of("Previous delivery", "", m -> m.move(-1), "k", "Up"),
          Binding.of("A page down", "", m -> m.move(m.page()), "PgDn", "Ctrl+F"),
          Binding.of("A page up", "", m -> m.move(-m.page()), "PgUp", "Ctrl+B"),
          Binding.of("Oldest", "", m -> m.moveTo(0), "g", "Home"),
          Binding.of("Newest", "", Model::follow, "G", "End"),
          Binding.of("Show what is new and follow", "", Model::follow, "."),
          Binding.of("Open the delivery", "open", Actions::open, "Enter"),
          Binding.of("Between list and delivery", "", Model::turnFocus, "Tab", "Shift+Tab"),
          Binding.of("Close; without anything open, show everything", "", Model::back, "Esc"),
          Binding.of("Filter", "filter", Model::askForFilter, "/", "f"),
          Binding.of("Next rejected", "", m -> Actions.rejected(m, true), "n"),
          Binding.of("Previous rejected", "", m -> Actions.rejected(m, false), "N"),
          Binding.of("Fold its events open", "events", Model::fold, "o", " "),
          Binding.of("Explain", "explain", m -> Actions.section(m, Section.EXPLAIN), "e"),
          Binding.of("Body", "", m -> Actions.section(m, Section.BODY), "b"),
          Binding.of("Send it again", "replay", Actions::replay, "r"),
          Binding.of("Send the marked ones again, or all", "", m -> m.sending().many(m), "R"),
          Binding.of("Mark it", "mark", Actions::mark, "m"),
          Binding.of("Forget all marks", "", m -> m.marks().clear(), "M"),
          Binding.of("Pin it, so that it is kept", "", Actions::pin, "p"),
          Binding.of("Difference to the one before, or of two marked", "", Actions::compare, "d"),
          Binding.of("Everything about its resource, in order", "", Actions::timeline, "t"),
          Binding.of("Only deliveries about its resource", "", Actions::sameResource, "T"),
          Binding.of("Export the marked ones, or all in the list", "", Exporting::begin, "x"),
          Binding.of("Copy as curl", "", Actions::copyCurl, "c"),
          Binding.of("Copy its id", "", Actions::copyId, "C"),
          Binding.of("Webhooks and their health", "", m -> m.sheet(Sheet.WEBHOOKS), "w"),
          Binding.of("Numbers", "", m -> m.sheet(Sheet.NUMBERS), "s"),
          Binding.of("Alerts", "", m -> m.sheet(Sheet.ALERTS), "a"),
          Binding.of("Addresses: page, receiver, folder", "", m -> m.sheet(Sheet.PLACES), "i"),
          Binding.of("These keys", "keys", m -> m.sheet(Sheet.KEYS), "?"),
          Binding.of("Paint anew", "", m -> m.errand(new Errand.Repaint()), "Ctrl+L"),
          Binding.of("Stop until resumed", "", m -> m.errand(new Errand.Suspend()), "Ctrl+Z"),
          Binding.of("End", "quit", Model::quit, "q"),
          Binding.of("End at once", "", Model::interrupt, "Ctrl+C"));

  /** While the keys go to the delivery that is open. */
  public static final List<Binding> DETAILS =
      List.of(
          Binding.of("Next part", "part", m -> m.details().turn(1), "l", "Right"),
          Binding.of("Previous part", "", m -> m.details().turn(-1), "h", "Left"),
          Binding.of("Next form: tree, raw, hex", "form", m -> m.details().nextForm(), "v"),
          Binding.of("Next delivery", "next", m -> m.move(1), "J"),
          Binding.of("Previous delivery", "", m -> m.move(-1), "K"),
          Binding.of("Back to the list", "back", Model::back, "q"));

  private Keys() {}

  /** Whether a key of that list was pressed. */
  static boolean press(List<Binding> keys, Model model, String key) {
    for (Binding binding : keys) {
      if (binding.keys().contains(key)) {
        binding.run().accept(model);
        return true;
      }
    }
    return false;
  }
}
