package webhookinspector.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the handler of a path such as {@code /tasks/{gid}}. */
final class Router {

  /** Answers a call. */
  interface Handler {
    Reply handle(Request request);
  }

  /**
   * @param scope that a token needs, such as {@code tasks:read}
   * @param waits whether it may wait for a network, so that the world must not be held meanwhile
   */
  record Route(String method, List<String> pattern, String scope, boolean waits, Handler handler) {

    @Nullable Map<String, String> match(String calledMethod, List<String> path) {
      if (!method.equals(calledMethod) || path.size() != pattern.size()) {
        return null;
      }
      var names = new HashMap<String, String>();
      for (int i = 0; i < path.size(); i++) {
        String expected = pattern.get(i);
        if (expected.startsWith("{")) {
          names.put(expected.substring(1, expected.length() - 1), path.get(i));
        } else if (!expected.equals(path.get(i))) {
          return null;
        }
      }
      return names;
    }
  }

  /** A route, and the values of its placeholders. */
  record Found(Route route, Map<String, String> names) {}

  private final List<Route> routes = new ArrayList<>();

  /** A route that is served while the world is held. */
  void add(String method, String path, String scope, Handler handler) {
    routes.add(new Route(method, parts(path), scope, false, handler));
  }

  /** A route that may wait for a network. */
  void addWaiting(String method, String path, String scope, Handler handler) {
    routes.add(new Route(method, parts(path), scope, true, handler));
  }

  Optional<Found> find(String method, String path) {
    List<String> called = parts(path);
    for (Route route : routes) {
      Map<String, String> names = route.match(method, called);
      if (names != null) {
        return Optional.of(new Found(route, names));
      }
    }
    return Optional.empty();
  }

  private static List<String> parts(String path) {
    return List.of(path.replaceAll("^/|/$", "").split("/"));
  }
}
