package webhookinspector.checks.admin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One thing that the admin port can be asked for, as {@code openapi.json} describes it; so a route
 * that is added is tried by itself.
 *
 * @param type of its body; empty where it takes none
 */
public record DescribedRoute(String method, String pattern, String type) {

  /** Everything that the running program says it has. */
  public static List<DescribedRoute> of(AdminPort admin) throws IOException, InterruptedException {
    JsonNode description = admin.get("/api/v1/openapi.json");
    var all = new ArrayList<DescribedRoute>();
    description
        .required("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, about) ->
                        all.add(
                            new DescribedRoute(
                                method.toUpperCase(Locale.ROOT), path, typeOf(about)))));
    return all.stream().filter(route -> !route.method().equals("PARAMETERS")).toList();
  }

  private static String typeOf(JsonNode about) {
    return about.path("requestBody").path("content").propertyNames().stream()
        .findFirst()
        .orElse("");
  }

  public boolean changes() {
    return !method.equals("GET");
  }

  /** With what really exists in place of the variables, so that a call that gets through shows. */
  public String path(Map<String, String> existing) {
    String path = pattern;
    for (Map.Entry<String, String> one : existing.entrySet()) {
      path = path.replace("{" + one.getKey() + "}", one.getValue());
    }
    return path.replaceAll("[{][a-zA-Z]+[}]", "1");
  }
}
