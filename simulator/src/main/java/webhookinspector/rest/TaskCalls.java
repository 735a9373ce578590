package webhookinspector.rest;

import java.util.List;
import java.util.stream.Stream;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Tasks;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls that create, read, change and delete tasks. */
final class TaskCalls {

  private final World world;
  private final Items items;
  private final Tasks tasks;
  private final Projects projects;

  TaskCalls(World world, Items items) {
    this.world = world;
    this.items = items;
    this.tasks = new Tasks(world);
    this.projects = new Projects(world);
  }

  void add() {
    items.route("PUT", "/tasks/{gid}", "tasks:write", this::update);
    items.keep(Type.TASK, "tasks", Form.TASK);
    items.create("/tasks", "tasks", this::create);
    items.list("/tasks", "tasks", this::chosen);
    items.listOf("/projects/{gid}/tasks", Type.PROJECT, "tasks", TaskCalls::inProject);
    items.listOf(
        "/sections/{gid}/tasks", Type.SECTION, "tasks", section -> section.parts(Type.TASK));
    items.listOf("/tasks/{gid}/subtasks", Type.TASK, "tasks", task -> task.parts(Type.TASK));
    items.create("/tasks/{gid}/subtasks", "tasks", this::createSubtask);
    items.listOf(
        "/tasks/{gid}/tags",
        Type.TASK,
        "tags",
        task -> task.list("tags").stream().map(Item.class::cast));
    items.listOf("/tags/{gid}/tasks", Type.TAG, "tasks", this::tagged);
  }

  private Item create(Request request) {
    List<Item> into = items.lookup().listInInput(request, Type.PROJECT, "projects");
    if (into.isEmpty() && request.text("workspace").isEmpty() && request.text("parent").isEmpty()) {
      throw Refused.badRequest("You should specify one of workspace, parent, projects");
    }
    Item user = request.caller().user();
    Item parent =
        request.text("parent").isPresent()
            ? items.lookup().inInput(request, Type.TASK, "parent")
            : null;
    Item task = fresh(request);
    if (parent != null) {
      tasks.nest(task, parent, user);
    }
    into.forEach(project -> tasks.add(task, project, firstSection(project), user));
    return task;
  }

  private Item fresh(Request request) {
    Item task = tasks.create(request.text("name").orElse(""), request.caller().user());
    return items.filled(request, Form.TASK, task);
  }

  private Item firstSection(Item project) {
    return projects
        .firstSection(project)
        .orElseGet(() -> projects.addSection(project, "Untitled section", null));
  }

  private Item createSubtask(Request request) {
    Item parent = items.lookup().inPath(request, Type.TASK);
    Item task = fresh(request);
    tasks.nest(task, parent, request.caller().user());
    return task;
  }

  /** Like any other thing's, but that completing is more than setting a field. */
  private Reply update(Request request) {
    Item task = items.lookup().inPath(request, Type.TASK);
    Form.TASK.change(request, items.lookup(), items.edits(), task);
    if (request.raw("completed") != null) {
      boolean completed = Form.flag("completed", request.raw("completed"));
      tasks.complete(task, completed, request.caller().user());
    }
    return Reply.data(Records.full(task, request.fields()));
  }

  private Stream<Item> chosen(Request request) {
    Lookup lookup = items.lookup();
    if (request.text("project").isPresent()) {
      return inProject(lookup.inInput(request, Type.PROJECT, "project"));
    }
    if (request.text("section").isPresent()) {
      return lookup.inInput(request, Type.SECTION, "section").parts(Type.TASK);
    }
    if (request.text("tag").isPresent()) {
      return tagged(lookup.inInput(request, Type.TAG, "tag"));
    }
    if (request.text("assignee").isPresent()) {
      Item user = lookup.inInput(request, Type.USER, "assignee");
      return world.all(Type.TASK).filter(task -> user.equals(task.get("assignee")));
    }
    throw Refused.badRequest("You should specify one of project, section, tag, assignee");
  }

  private static Stream<Item> inProject(Item project) {
    return project.parts(Type.SECTION).flatMap(section -> section.parts(Type.TASK));
  }

  private Stream<Item> tagged(Item tag) {
    return world.all(Type.TASK).filter(task -> task.list("tags").contains(tag));
  }
}
