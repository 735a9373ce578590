package webhookinspector.simulator;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Stories;
import webhookinspector.world.Tasks;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** {@link Changes} made straight in the world. */
final class WorldChanges implements Changes {

  private final World world;
  private final Item user;
  private final Tasks tasks;
  private final Projects projects;
  private final Stories stories;
  private final Edits edits;

  WorldChanges(World world, Item user) {
    this.world = world;
    this.user = user;
    this.tasks = new Tasks(world);
    this.projects = new Projects(world);
    this.stories = new Stories(world);
    this.edits = new Edits(world);
  }

  private Ref make(Supplier<Item> action) {
    return world.during(() -> action.get().ref());
  }

  private Item item(Ref ref) {
    return world
        .findEvenDeleted(ref.gid())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "gid: " + ref.gid() + " (expected: one that is in this simulator)"));
  }

  @Override
  public Changes as(Ref other) {
    return new WorldChanges(world, world.during(() -> item(other)));
  }

  @Override
  public Ref createProject(String name) {
    return make(() -> projects.create(name, user));
  }

  @Override
  public Ref createTask(Ref project, String name) {
    return make(
        () -> {
          Item task = tasks.create(name, user);
          Item into = item(project);
          tasks.add(task, into, projects.firstSection(into).orElseThrow(), user);
          return task;
        });
  }

  @Override
  public Ref createSubtask(Ref parent, String name) {
    return make(
        () -> {
          Item task = tasks.create(name, user);
          tasks.nest(task, item(parent), user);
          return task;
        });
  }

  @Override
  public Ref createSection(Ref project, String name) {
    return make(() -> projects.addSection(item(project), name, user));
  }

  @Override
  public void rename(Ref item, String name) {
    set(item, "name", name);
  }

  private void set(Ref item, String field, @Nullable Object value) {
    world.run(() -> edits.set(item(item), field, value, user));
  }

  @Override
  public void complete(Ref task) {
    world.run(() -> tasks.complete(item(task), true, user));
  }

  @Override
  public void reopen(Ref task) {
    world.run(() -> tasks.complete(item(task), false, user));
  }

  @Override
  public Ref comment(Ref task, String text) {
    return make(() -> stories.comment(item(task), text, user));
  }

  @Override
  public void assign(Ref task, Ref assignee) {
    world.run(() -> edits.set(item(task), "assignee", item(assignee), user));
  }

  @Override
  public void unassign(Ref task) {
    set(task, "assignee", null);
  }

  @Override
  public void dueOn(Ref task, String date) {
    set(task, "due_on", date);
  }

  @Override
  public void follow(Ref task, Ref follower) {
    world.run(() -> edits.add(item(task), "followers", item(follower), user));
  }

  @Override
  public void move(Ref task, Ref section) {
    world.run(() -> tasks.move(item(task), item(section), user));
  }

  @Override
  public void add(Ref task, Ref project) {
    world.run(
        () -> {
          Item into = item(project);
          tasks.add(item(task), into, projects.firstSection(into).orElseThrow(), user);
        });
  }

  @Override
  public void remove(Ref task, Ref project) {
    world.run(() -> tasks.remove(item(task), item(project), user));
  }

  @Override
  public void delete(Ref item) {
    world.run(() -> edits.delete(item(item), user));
  }

  @Override
  public void undelete(Ref item) {
    world.run(() -> edits.undelete(item(item), user));
  }

  @Override
  public List<Ref> sections(Ref project) {
    return world.during(() -> item(project).parts(Type.SECTION).map(Item::ref).toList());
  }

  @Override
  public List<Ref> tasks(Ref project) {
    return world.during(
        () ->
            item(project)
                .parts(Type.SECTION)
                .flatMap(section -> section.parts(Type.TASK))
                .map(Item::ref)
                .toList());
  }
}
