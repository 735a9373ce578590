package webhookinspector.web;

import java.util.List;
import webhookinspector.registry.SavedFilter;

/** Filters with names. */
public interface SavedFilters {

  /** All of them, by name. */
  List<SavedFilter> all();

  /** The one of that name. */
  default SavedFilter named(String name) {
    return all().stream()
        .filter(filter -> filter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /**
   * Adds one, or replaces the one of that name.
   *
   * @param filter in the filter language; refused when it cannot be read
   */
  SavedFilter save(String name, String filter);

  /** Forgets one. */
  void remove(String name);

  /** There is none of that name. */
  static Refusal unknown(String name) {
    return Refusal.notFound(
        "filter: " + name + " (expected: the name of a saved one)",
        "`inspector filters list` shows them.");
  }
}
