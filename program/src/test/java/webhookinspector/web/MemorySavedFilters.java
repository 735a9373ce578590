package webhookinspector.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import webhookinspector.registry.SavedFilter;

/** {@link SavedFilters} without disk. */
final class MemorySavedFilters implements SavedFilters {

  private final Map<String, SavedFilter> filters = new ConcurrentSkipListMap<>();
  private final Runnable changed;

  /**
   * @param changed told of each change
   */
  MemorySavedFilters(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public List<SavedFilter> all() {
    return List.copyOf(filters.values());
  }

  @Override
  public SavedFilter save(String name, String filter) {
    changed.run();
    filters.put(name, new SavedFilter(name, filter));
    return named(name);
  }

  @Override
  public void remove(String name) {
    changed.run();
    if (filters.remove(name) == null) {
      throw SavedFilters.unknown(name);
    }
  }
}
