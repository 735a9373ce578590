package webhookinspector.rest;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about projects and their sections. */
final class ProjectCalls {

  private final World world;
  private final Lookup lookup;
  private final Paging paging;
  private final Projects projects;
  private final Edits edits;

  ProjectCalls(World world, Lookup lookup, Paging paging) {
    this.world = world;
    this.lookup = lookup;
    this.paging = paging;
    this.projects = new Projects(world);
    this.edits = new Edits(world);
  }

  void addTo(Router router) {
    for (String path :
        List.of("/projects", "/workspaces/{gid}/projects", "/teams/{gid}/projects")) {
      router.add("GET", path, "projects:read", this::list);
      router.add("POST", path, "projects:write", this::create);
    }
    router.add("GET", "/projects/{gid}", "projects:read", of(Type.PROJECT, this::show));
    router.add("PUT", "/projects/{gid}", "projects:write", of(Type.PROJECT, this::update));
    router.add("DELETE", "/projects/{gid}", "projects:delete", of(Type.PROJECT, this::delete));
    router.add("GET", "/projects/{gid}/sections", "projects:read", this::listSections);
    router.add("POST", "/projects/{gid}/sections", "projects:write", this::createSection);
    router.add("GET", "/sections/{gid}", "projects:read", of(Type.SECTION, this::show));
    router.add("PUT", "/sections/{gid}", "projects:write", of(Type.SECTION, this::update));
    router.add("DELETE", "/sections/{gid}", "projects:write", of(Type.SECTION, this::delete));
  }

  private interface OnItem {
    Reply handle(Request request, Item item);
  }

  private Router.Handler of(Type type, OnItem handler) {
    return request -> handler.handle(request, lookup.inPath(request, type));
  }

  private Reply list(Request request) {
    Stream<Item> all = world.all(Type.PROJECT);
    JsonNode archived = request.raw("archived");
    if (archived != null) {
      boolean wanted = Form.flag("archived", archived);
      all = all.filter(project -> project.is("archived") == wanted);
    }
    return paging.page(request, all.toList(), compact(request));
  }

  private static Function<Item, tools.jackson.databind.node.ObjectNode> compact(Request request) {
    return item -> Records.compact(item, request.fields());
  }

  private Reply create(Request request) {
    Item project = projects.create(request.required("name"), request.caller().user());
    Form.PROJECT.fill(request, lookup, edits, project);
    return created(request, project, "/projects/");
  }

  private static Reply created(Request request, Item item, String path) {
    return Reply.created(
        Json.object().set("data", Records.full(item, request.fields())), path + item.gid());
  }

  private Reply show(Request request, Item item) {
    return Reply.data(Records.full(item, request.fields()));
  }

  private Reply update(Request request, Item item) {
    Form form = item.type() == Type.PROJECT ? Form.PROJECT : Form.NAMED;
    form.change(request, lookup, edits, item);
    return show(request, item);
  }

  private Reply delete(Request request, Item item) {
    edits.delete(item, request.caller().user());
    return Reply.done();
  }

  private Reply listSections(Request request) {
    Item project = lookup.inPath(request, Type.PROJECT);
    return paging.page(request, project.parts(Type.SECTION).toList(), compact(request));
  }

  private Reply createSection(Request request) {
    Item project = lookup.inPath(request, Type.PROJECT);
    Item section = projects.addSection(project, request.required("name"), request.caller().user());
    return created(request, section, "/sections/");
  }
}
