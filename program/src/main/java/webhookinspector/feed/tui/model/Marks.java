package webhookinspector.feed.tui.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import webhookinspector.inspection.DeliveryLine;

/** Deliveries that somebody marked, to do something with all of them. Gone with the view. */
public final class Marks {

  private final Map<String, Long> marked = new LinkedHashMap<>();

  public boolean has(DeliveryLine line) {
    return !marked.isEmpty() && marked.containsKey(line.id());
  }

  public int size() {
    return marked.size();
  }

  void toggle(DeliveryLine line) {
    if (marked.remove(line.id()) == null) {
      marked.put(line.id(), line.position());
    }
  }

  void clear() {
    marked.clear();
  }

  /** In the order in which they came. */
  List<String> ids() {
    return marked.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
