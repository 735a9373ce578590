package webhookinspector.asana.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;

/** Finds out what a gid is. Asana has no call for that, so each type is asked in turn. */
final class Resources {

  /** A type and the path of its records; the likeliest first, for each miss is a call. */
  private record Type(String name, String path) {}

  private static final List<Type> TYPES =
      List.of(
          new Type("project", "/projects/"),
          new Type("task", "/tasks/"),
          new Type("workspace", "/workspaces/"),
          new Type("portfolio", "/portfolios/"),
          new Type("team", "/teams/"),
          new Type("goal", "/goals/"));

  /** How Asana says that a gid is none of this type, or none that the token sees. */
  private static final Set<Integer> NOT_OF_THIS_TYPE = Set.of(400, 403, 404);

  private final Function<String, JsonNode> get;

  Resources(Function<String, JsonNode> get) {
    this.get = get;
  }

  Ref find(String gid) {
    AsanaRefused first = null;
    for (Type type : TYPES) {
      try {
        Optional<Ref> found = Reading.ref(record(type, gid), type.name());
        if (found.isPresent()) {
          return found.get();
        }
      } catch (AsanaRefused e) {
        if (!NOT_OF_THIS_TYPE.contains(e.status())) {
          throw e;
        }
        first = first == null || e.status() == 403 ? e : first;
      }
    }
    throw first == null ? notFound(gid) : first;
  }

  private static AsanaRefused notFound(String gid) {
    return new AsanaRefused(404, List.of("resource: " + gid), "Check the gid.");
  }

  Ref workspaceOf(Ref resource) {
    if ("workspace".equals(resource.resourceType())) {
      return resource;
    }
    Type type = type(resource.resourceType());
    JsonNode record = record(type, resource.gid());
    JsonNode workspace =
        record.has("organization") ? record.path("organization") : record.path("workspace");
    return Reading.ref(workspace, "workspace")
        .orElseThrow(() -> Incomplete.of("GET " + type.path() + resource.gid(), "workspace"));
  }

  private JsonNode record(Type type, String gid) {
    return get.apply(type.path() + Call.escaped(gid)).path("data");
  }

  private static Type type(@Nullable String name) {
    return TYPES.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "resource: a "
                        + name
                        + " (expected: a project, task, workspace, team,"
                        + " portfolio or goal)"));
  }
}
