package webhookinspector.rest;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about projects, their sections, and tags. */
final class ProjectCalls {

  private final World world;
  private final Items items;
  private final Projects projects;

  ProjectCalls(World world, Items items) {
    this.world = world;
    this.items = items;
    this.projects = new Projects(world);
  }

  void add() {
    for (String path :
        List.of("/projects", "/workspaces/{gid}/projects", "/teams/{gid}/projects")) {
      items.list(path, "projects", this::projects);
      items.create(path, "projects", this::create);
    }
    items.keep(Type.PROJECT, "projects", Form.PROJECT);
    items.keep(Type.SECTION, "projects", Form.NAMED);
    items.listOf(
        "/projects/{gid}/sections",
        Type.PROJECT,
        "projects",
        project -> project.parts(Type.SECTION));
    items.create("/projects/{gid}/sections", "projects", this::createSection);
    for (String path : List.of("/tags", "/workspaces/{gid}/tags")) {
      items.list(path, "tags", request -> world.all(Type.TAG));
      items.create(path, "tags", this::createTag);
    }
    items.keep(Type.TAG, "tags", Form.NAMED);
  }

  private Stream<Item> projects(Request request) {
    JsonNode archived = request.raw("archived");
    Stream<Item> all = world.all(Type.PROJECT);
    if (archived == null) {
      return all;
    }
    boolean wanted = Form.flag("archived", archived);
    return all.filter(project -> project.is("archived") == wanted);
  }

  private Item create(Request request) {
    Item project = projects.create(request.required("name"), request.caller().user());
    return items.filled(request, Form.PROJECT, project);
  }

  private Item createSection(Request request) {
    Item project = items.lookup().inPath(request, Type.PROJECT);
    return projects.addSection(project, request.required("name"), request.caller().user());
  }

  private Item createTag(Request request) {
    String name = request.text("name").orElse("");
    return items.filled(request, Form.NAMED, projects.createTag(name, request.caller().user()));
  }
}
