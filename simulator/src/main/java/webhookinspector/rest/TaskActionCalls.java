package webhookinspector.rest;

import java.util.Map;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Tasks;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls that put tasks somewhere, or something to tasks: {@code addProject} and its like. */
final class TaskActionCalls {

  private final Lookup lookup;
  private final Tasks tasks;
  private final Projects projects;
  private final Edits edits;

  TaskActionCalls(World world, Lookup lookup) {
    this.lookup = lookup;
    this.tasks = new Tasks(world);
    this.projects = new Projects(world);
    this.edits = new Edits(world);
  }

  private interface Action {
    void on(Request request, Item task, Item user);
  }

  void addTo(Router router) {
    Map<String, Action> actions =
        Map.of(
            "addProject", this::addProject,
            "removeProject", this::removeProject,
            "setParent", this::setParent,
            "addFollowers", this::addFollowers,
            "removeFollowers", this::removeFollowers,
            "addTag", this::addTag,
            "removeTag", this::removeTag,
            "addDependencies", this::addDependencies,
            "removeDependencies", this::removeDependencies);
    actions.forEach(
        (name, action) ->
            router.add(
                "POST",
                "/tasks/{gid}/" + name,
                "tasks:write",
                request -> {
                  Item task = lookup.inPath(request, Type.TASK);
                  action.on(request, task, request.caller().user());
                  return Reply.done();
                }));
    router.add("POST", "/sections/{gid}/addTask", "tasks:write", this::addToSection);
  }

  private void addProject(Request request, Item task, Item user) {
    Item project = lookup.inInput(request, Type.PROJECT, "project");
    Item section =
        request.text("section").isPresent()
            ? lookup.inInput(request, Type.SECTION, "section")
            : projects
                .firstSection(project)
                .orElseThrow(() -> Refused.badRequest("project: Has no section"));
    place(task, project, section, user);
  }

  private Reply addToSection(Request request) {
    Item section = lookup.inPath(request, Type.SECTION);
    Item task = lookup.inInput(request, Type.TASK, "task");
    Item project = section.whole();
    if (project != null) {
      place(task, project, section, request.caller().user());
    }
    return Reply.done();
  }

  private void place(Item task, Item project, Item section, Item user) {
    if (Tasks.places(task).stream().anyMatch(place -> place.project().equals(project))) {
      tasks.move(task, section, user);
    } else {
      tasks.add(task, project, section, user);
    }
  }

  private void removeProject(Request request, Item task, Item user) {
    tasks.remove(task, lookup.inInput(request, Type.PROJECT, "project"), user);
  }

  private void setParent(Request request, Item task, Item user) {
    boolean none = request.text("parent").isEmpty();
    tasks.nest(task, none ? null : lookup.inInput(request, Type.TASK, "parent"), user);
  }

  private void addFollowers(Request request, Item task, Item user) {
    lookup
        .listInInput(request, Type.USER, "followers")
        .forEach(follower -> edits.add(task, "followers", follower, user));
  }

  private void removeFollowers(Request request, Item task, Item user) {
    lookup
        .listInInput(request, Type.USER, "followers")
        .forEach(follower -> edits.remove(task, "followers", follower, user));
  }

  private void addTag(Request request, Item task, Item user) {
    edits.add(task, "tags", lookup.inInput(request, Type.TAG, "tag"), user);
  }

  private void removeTag(Request request, Item task, Item user) {
    edits.remove(task, "tags", lookup.inInput(request, Type.TAG, "tag"), user);
  }

  private void addDependencies(Request request, Item task, Item user) {
    lookup
        .listInInput(request, Type.TASK, "dependencies")
        .forEach(other -> edits.add(task, "dependencies", other, user));
  }

  private void removeDependencies(Request request, Item task, Item user) {
    lookup
        .listInInput(request, Type.TASK, "dependencies")
        .forEach(other -> edits.remove(task, "dependencies", other, user));
  }
}
