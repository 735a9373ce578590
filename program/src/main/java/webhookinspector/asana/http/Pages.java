package webhookinspector.asana.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads lists to their end. Without {@code limit} Asana cuts a list at about 1,000 (pagination
 * page), so every page is asked for with one.
 */
final class Pages {

  /** The most that Asana takes. */
  private static final int LIMIT = 100;

  private final Function<String, JsonNode> get;

  Pages(Function<String, JsonNode> get) {
    this.get = get;
  }

  <T> List<T> all(String path, Function<JsonNode, Optional<T>> reading) {
    var all = new ArrayList<T>();
    var seen = new HashSet<String>();
    String first = path + (path.contains("?") ? "&" : "?") + "limit=" + LIMIT;
    for (String next = first; next != null; ) {
      JsonNode page = get.apply(next);
      if (!page.path("data").isArray()) {
        throw Incomplete.of("GET " + path.replaceFirst("\\?.*", ""), "list called data");
      }
      page.path("data").values().forEach(item -> reading.apply(item).ifPresent(all::add));
      String offset = offset(page);
      // A server that gives an offset twice would keep us here for ever.
      next = offset != null && seen.add(offset) ? first + "&offset=" + Call.escaped(offset) : null;
    }
    return all;
  }

  private static @Nullable String offset(JsonNode page) {
    return Json.text(page.path("next_page"), "offset");
  }
}
