package webhookinspector.feed.tui.model;

import java.util.List;
import java.util.function.Consumer;

/**
 * What keys do.
 *
 * @param keys as in {@link Input.Key}
 * @param says in a few words, for the help
 * @param hint in one word, for the key line; "" for none
 */
public record Binding(List<String> keys, String says, String hint, Consumer<Model> run) {

  public Binding {
    keys = List.copyOf(keys);
  }

  static Binding of(String says, String hint, Consumer<Model> run, String... keys) {
    return new Binding(List.of(keys), says, hint, run);
  }

  /** The keys as people write them. */
  public String shown() {
    return String.join(" ", keys)
        .replace("Down", "↓")
        .replace("Up", "↑")
        .replace("Pg↓", "PgDn")
        .replace("Pg↑", "PgUp");
  }
}
