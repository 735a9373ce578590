package webhookinspector.feed.tui.model;

import java.util.List;

/** What each key does; help and docs/terminal.md show these lists, so they cannot lag behind. */
public final class Keys {

  /** In the list. */
  public static final List<Binding> LIST =
      List.of(
          Binding.of("Next delivery", "move", model -> model.viewport().move(1), "j", "Down"),
          Binding.of("Previous delivery", "", model -> model.viewport().move(-1), "k", "Up"),
          Binding.of("Oldest", "", model -> model.viewport().moveTo(0), "g", "Home"),
          Binding.of("Newest, and follow", "", model -> model.viewport().follow(), "G", "End"),
          Binding.of("A page down", "", model -> model.viewport().move(model.page()), "PgDn"),
          Binding.of("A page up", "", model -> model.viewport().move(-model.page()), "PgUp"),
          Binding.of("Show what is new and follow", "", model -> model.viewport().follow(), "."),
          Binding.of("Fold its events open", "events", Model::fold, "o"),
          Binding.of("End", "quit", Model::end, "q", "Ctrl+C"));

  private Keys() {}

  static void press(Model model, String key) {
    LIST.stream()
        .filter(binding -> binding.keys().contains(key))
        .findFirst()
        .ifPresent(binding -> binding.run().accept(model));
  }
}
