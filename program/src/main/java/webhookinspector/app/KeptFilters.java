package webhookinspector.app;

import java.time.InstantSource;
import java.util.List;
import webhookinspector.history.FilterParser;
import webhookinspector.registry.Registry;
import webhookinspector.registry.SavedFilter;
import webhookinspector.web.Refusal;
import webhookinspector.web.SavedFilters;

/** {@link SavedFilters} by whoever has the folder. */
record KeptFilters(Registry registry, InstantSource clock) implements SavedFilters {

  @Override
  public List<SavedFilter> all() {
    return registry.savedFilters();
  }

  @Override
  public SavedFilter save(String name, String filter) {
    FilterParser.parse(filter, clock.instant());
    var saved = new SavedFilter(name, filter.strip());
    try {
      registry.save(saved);
    } catch (IllegalStateException e) {
      throw Refusal.badInput(String.valueOf(e.getMessage()), "Remove one that nobody uses.");
    }
    return saved;
  }

  @Override
  public void remove(String name) {
    if (!registry.removeFilter(name)) {
      throw SavedFilters.unknown(name);
    }
  }
}
