package webhookinspector.web.jetty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that can be asked.
 *
 * @param method GET, POST, PUT or DELETE
 * @param pattern a path, with variables in braces that stand for one segment
 */
record Route(String method, String pattern, Action action) {

  /** What a route does. */
  interface Action {
    Answer answer(Call call);
  }

  /** The path's variables, or nothing if it is another path. */
  Optional<Map<String, String>> match(String path) {
    List<String> wanted = List.of(pattern.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < wanted.size(); i++) {
      String part = wanted.get(i);
      if (part.startsWith("{") && !given.get(i).isEmpty()) {
        variables.put(part.substring(1, part.length() - 1), given.get(i));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
