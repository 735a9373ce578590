package webhookinspector.asana.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;

/** Looks up the name of a thing, one call each, asking for the name and nothing else. */
final class Named {

  /** Where the records of a type are; a type that is not here has no name worth a call. */
  private static final Map<String, String> PATHS =
      Map.of(
          "task", "/tasks/",
          "user", "/users/",
          "project", "/projects/",
          "section", "/sections/",
          "tag", "/tags/",
          "team", "/teams/",
          "workspace", "/workspaces/",
          "portfolio", "/portfolios/",
          "goal", "/goals/",
          "custom_field", "/custom_fields/");

  private final Function<String, JsonNode> get;

  Named(Function<String, JsonNode> get) {
    this.get = get;
  }

  Optional<String> name(Ref ref) {
    String path = ref.resourceType() == null ? null : PATHS.get(ref.resourceType());
    if (path == null) {
      return Optional.empty();
    }
    try {
      JsonNode data = get.apply(path + Call.escaped(ref.gid()) + "?opt_fields=name").path("data");
      return Optional.ofNullable(Json.text(data, "name")).filter(name -> !name.isBlank());
    } catch (AsanaRefused e) {
      if (e.status() == 403 || e.status() == 404) {
        return Optional.empty(); // deleted before we looked, or not ours to see: both are normal
      }
      throw e;
    }
  }
}
