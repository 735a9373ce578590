package webhookinspector.rest;

import java.util.List;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Tasks;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls that put tasks somewhere, or something to tasks: {@code addProject} and its like. */
final class TaskActionCalls {

  private final Items items;
  private final Tasks tasks;
  private final Projects projects;

  TaskActionCalls(World world, Items items) {
    this.items = items;
    this.tasks = new Tasks(world);
    this.projects = new Projects(world);
  }

  /** A field that holds a list, what its values are, and the calls that add and remove some. */
  private record ListField(String field, Type of, String input, String calls) {}

  void add() {
    action("addProject", this::addProject);
    action("removeProject", this::removeProject);
    action("setParent", this::setParent);
    for (ListField each :
        List.of(
            new ListField("followers", Type.USER, "followers", "Followers"),
            new ListField("tags", Type.TAG, "tag", "Tag"),
            new ListField("dependencies", Type.TASK, "dependencies", "Dependencies"),
            new ListField("dependents", Type.TASK, "dependents", "Dependents"))) {
      action("add" + each.calls(), (request, task) -> change(request, task, each, true));
      action("remove" + each.calls(), (request, task) -> change(request, task, each, false));
    }
    items.act("POST", "/sections/{gid}/addTask", Type.SECTION, "tasks:write", this::addToSection);
  }

  private void action(String name, Items.OnItem action) {
    items.act("POST", "/tasks/{gid}/" + name, Type.TASK, "tasks:write", action);
  }

  private void change(Request request, Item task, ListField field, boolean adds) {
    Item user = request.caller().user();
    items.eachInput(
        request,
        field.of(),
        field.input(),
        value -> {
          if (adds) {
            items.edits().add(task, field.field(), value, user);
          } else {
            items.edits().remove(task, field.field(), value, user);
          }
        });
  }

  private void addProject(Request request, Item task) {
    Item project = items.lookup().inInput(request, Type.PROJECT, "project");
    Item section =
        request.text("section").isPresent()
            ? items.lookup().inInput(request, Type.SECTION, "section")
            : projects
                .firstSection(project)
                .orElseThrow(() -> Refused.badRequest("project: Has no section"));
    if (!project.equals(section.whole())) {
      throw Refused.badRequest("section: Not in the given project: " + section.gid());
    }
    place(task, section, request.caller().user());
  }

  private void addToSection(Request request, Item section) {
    Item task = items.lookup().inInput(request, Type.TASK, "task");
    place(task, section, request.caller().user());
  }

  private void place(Item task, Item section, Item user) {
    Item project = section.whole();
    if (project == null) {
      return;
    }
    if (Tasks.places(task).stream().anyMatch(place -> place.project().equals(project))) {
      tasks.move(task, section, user);
    } else {
      tasks.add(task, project, section, user);
    }
  }

  private void removeProject(Request request, Item task) {
    Item project = items.lookup().inInput(request, Type.PROJECT, "project");
    tasks.remove(task, project, request.caller().user());
  }

  private void setParent(Request request, Item task) {
    boolean none = request.text("parent").isEmpty();
    Item parent = none ? null : items.lookup().inInput(request, Type.TASK, "parent");
    tasks.nest(task, parent, request.caller().user());
  }
}
