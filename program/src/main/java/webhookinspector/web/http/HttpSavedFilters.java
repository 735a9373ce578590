package webhookinspector.web.http;

import java.util.List;
import webhookinspector.feed.LineReader;
import webhookinspector.registry.SavedFilter;
import webhookinspector.web.MarkingJson;
import webhookinspector.web.SavedFilters;

/** {@link SavedFilters} through the admin port. */
record HttpSavedFilters(Exchange exchange) implements SavedFilters {

  @Override
  public List<SavedFilter> all() {
    return MarkingJson.filters(LineReader.parse(exchange.get("/filters")));
  }

  @Override
  public SavedFilter save(String name, String filter) {
    String answer = exchange.send("PUT", path(name), MarkingJson.filter(filter));
    return MarkingJson.filter(LineReader.parse(answer));
  }

  @Override
  public void remove(String name) {
    exchange.send("DELETE", path(name), "");
  }

  private static String path(String name) {
    return "/filters/" + HttpAdmin.encoded(name);
  }
}
