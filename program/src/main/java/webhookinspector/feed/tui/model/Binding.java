package webhookinspector.feed.tui.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    return keys.stream().map(Binding::shown).collect(Collectors.joining(" "));
  }

  /** The one that is named where there is room for one. */
  public String first() {
    return shown(keys.getFirst());
  }

  private static String shown(String key) {
    return switch (key) {
      case "Up" -> "↑";
      case "Down" -> "↓";
      case "Left" -> "←";
      case "Right" -> "→";
      case " " -> "Space";
      default -> key;
    };
  }
}
