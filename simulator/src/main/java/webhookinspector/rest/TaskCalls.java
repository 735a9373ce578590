package webhookinspector.rest;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Tasks;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls that create, read, change and delete tasks. */
final class TaskCalls {

  private final Lookup lookup;
  private final Paging paging;
  private final Tasks tasks;
  private final Projects projects;
  private final Edits edits;
  private final World world;

  TaskCalls(World world, Lookup lookup, Paging paging) {
    this.world = world;
    this.lookup = lookup;
    this.paging = paging;
    this.tasks = new Tasks(world);
    this.projects = new Projects(world);
    this.edits = new Edits(world);
  }

  void addTo(Router router) {
    router.add("POST", "/tasks", "tasks:write", this::create);
    router.add("GET", "/tasks", "tasks:read", this::list);
    router.add("GET", "/tasks/{gid}", "tasks:read", this::show);
    router.add("PUT", "/tasks/{gid}", "tasks:write", this::update);
    router.add("DELETE", "/tasks/{gid}", "tasks:delete", this::delete);
    router.add("GET", "/projects/{gid}/tasks", "tasks:read", this::listInProject);
    router.add("GET", "/sections/{gid}/tasks", "tasks:read", this::listInSection);
    router.add("GET", "/tasks/{gid}/subtasks", "tasks:read", this::listSubtasks);
    router.add("POST", "/tasks/{gid}/subtasks", "tasks:write", this::createSubtask);
  }

  private Item task(Request request) {
    return lookup.inPath(request, Type.TASK);
  }

  private Reply create(Request request) {
    List<Item> into = lookup.listInInput(request, Type.PROJECT, "projects");
    if (into.isEmpty() && request.text("workspace").isEmpty() && request.text("parent").isEmpty()) {
      throw Refused.badRequest("You should specify one of workspace, parent, projects");
    }
    Item user = request.caller().user();
    Item task = filled(request);
    request
        .text("parent")
        .ifPresent(gid -> tasks.nest(task, lookup.inInput(request, Type.TASK, "parent"), user));
    into.forEach(project -> tasks.add(task, project, firstSection(project), user));
    return created(request, task);
  }

  private Item filled(Request request) {
    Item task = tasks.create(request.text("name").orElse(""), request.caller().user());
    Form.TASK.fill(request, lookup, edits, task);
    return task;
  }

  private Item firstSection(Item project) {
    return projects
        .firstSection(project)
        .orElseGet(() -> projects.addSection(project, "Untitled section", null));
  }

  private Reply created(Request request, Item task) {
    ObjectNode data = Records.full(task, request.fields());
    return Reply.created(Json.object().set("data", data), "/tasks/" + task.gid());
  }

  private Reply show(Request request) {
    return Reply.data(Records.full(task(request), request.fields()));
  }

  private Reply update(Request request) {
    Item task = task(request);
    Form.TASK.change(request, lookup, edits, task);
    if (request.raw("completed") != null) {
      boolean completed = Form.flag("completed", request.raw("completed"));
      tasks.complete(task, completed, request.caller().user());
    }
    return show(request);
  }

  private Reply delete(Request request) {
    edits.delete(task(request), request.caller().user());
    return Reply.done();
  }

  private Reply list(Request request) {
    if (request.call().parameter("project").isPresent()) {
      return page(request, inProject(lookup.inInput(request, Type.PROJECT, "project")));
    }
    if (request.call().parameter("section").isPresent()) {
      Item section = lookup.inInput(request, Type.SECTION, "section");
      return page(request, section.parts(Type.TASK));
    }
    if (request.call().parameter("assignee").isPresent()) {
      Item user = lookup.inInput(request, Type.USER, "assignee");
      return page(request, world.all(Type.TASK).filter(task -> user.equals(task.get("assignee"))));
    }
    throw Refused.badRequest(
        "Must specify exactly one of project, tag, section, user task list,"
            + " or assignee + workspace");
  }

  private static Stream<Item> inProject(Item project) {
    return project.parts(Type.SECTION).flatMap(section -> section.parts(Type.TASK));
  }

  private Reply listInProject(Request request) {
    return page(request, inProject(lookup.inPath(request, Type.PROJECT)));
  }

  private Reply listInSection(Request request) {
    return page(request, lookup.inPath(request, Type.SECTION).parts(Type.TASK));
  }

  private Reply listSubtasks(Request request) {
    return page(request, task(request).parts(Type.TASK));
  }

  private Reply page(Request request, Stream<Item> items) {
    return paging.page(request, items.toList(), item -> Records.compact(item, request.fields()));
  }

  private Reply createSubtask(Request request) {
    Item parent = task(request);
    Item task = filled(request);
    tasks.nest(task, parent, request.caller().user());
    return created(request, task);
  }
}
