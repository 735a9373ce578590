package webhookinspector.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Change;

/**
 * What people do with tasks, and the events that each doing causes: those seen on the wire where
 * there are captures, else those of the events reference.
 */
public final class Tasks {

  /** Between a new task's two events on the wire. */
  private static final Duration SECTION_AFTER_PROJECT = Duration.ofMillis(140);

  private final World world;
  private final Edits edits;
  private final Stories stories;

  public Tasks(World world) {
    this.world = world;
    this.edits = new Edits(world);
    this.stories = new Stories(world);
  }

  /** In no project yet, so that nobody learns of it. */
  public Item create(String name, @Nullable Item user) {
    Item task = world.create(Type.TASK, "default_task", name);
    String now = Times.text(world.now());
    List<Item> followers = user == null ? List.of() : List.of(user);
    task.with("actual_time_minutes", null)
        .with("created_by", user)
        .with("assignee", null)
        .with("assignee_status", "inbox")
        .with("completed", false)
        .with("completed_at", null)
        .with("completed_by", null)
        .with("created_at", now)
        .with("custom_fields", List.of())
        .with("dependencies", List.of())
        .with("dependents", List.of())
        .with("due_at", null)
        .with("due_on", null)
        .with("followers", followers)
        .with("hearted", false)
        .with("hearts", List.of())
        .with("html_notes", "<body></body>")
        .with("liked", false)
        .with("likes", List.of())
        .with("memberships", List.of())
        .with("modified_at", now)
        .with("notes", "")
        .with("num_hearts", 0)
        .with("num_likes", 0)
        .with("num_subtasks", 0)
        .with("parent", null)
        .with("permalink_url", "https://app.asana.com/0/0/" + task.gid())
        .with("projects", List.of())
        .with("start_at", null)
        .with("start_on", null)
        .with("tags", List.of())
        .with("workspace", world.workspace());
    return task;
  }

  /** Into a project: two events. */
  public void add(Item task, Item project, Item section, @Nullable Item user) {
    var places = new ArrayList<Place>(places(task));
    places.removeIf(place -> place.project() == project && leave(task, place));
    places.add(new Place(project, section));
    settle(task, places);
    section.hold(task);
    world.tell("added", task, project, user);
    world.tell("added", task, section, user, SECTION_AFTER_PROJECT, null);
  }

  /** Out of a project. */
  public void remove(Item task, Item project, @Nullable Item user) {
    for (Place place : places(task)) {
      if (place.project() == project) {
        place.section().drop(task);
        world.tell("removed", task, place.section(), user);
        world.tell("removed", task, project, user);
        settle(task, places(task).stream().filter(other -> !other.equals(place)).toList());
        return;
      }
    }
  }

  /** Into another section of a project that it is in. */
  public void move(Item task, Item section, @Nullable Item user) {
    Item project = section.whole();
    for (Place place : places(task)) {
      if (place.project() == project && place.section() != section) {
        place.section().drop(task);
        section.hold(task);
        var places = new ArrayList<Place>(places(task));
        places.set(places.indexOf(place), new Place(place.project(), section));
        settle(task, places);
        world.tell("removed", task, place.section(), user);
        world.tell("added", task, section, user);
        String text = "moved this task from " + place.section().name() + " to " + section.name();
        stories.add(task, "section_changed", text, user);
      }
    }
  }

  /** Under another task. */
  public void nest(Item task, @Nullable Item parent, @Nullable Item user) {
    Item before = task.whole();
    if (before != null) {
      before.drop(task);
      count(before);
      world.tell("removed", task, before, user);
    }
    task.within(parent).with("parent", parent);
    if (parent != null) {
      parent.hold(task);
      count(parent);
      world.tell("added", task, parent, user);
    }
  }

  /** Two changes of the same time and a story, as on the wire. */
  public void complete(Item task, boolean completed, @Nullable Item user) {
    if (task.is("completed") == completed) {
      return;
    }
    String now = Times.text(world.now());
    edits.put(task, "completed", completed);
    edits.put(task, "completed_at", completed ? now : null);
    edits.put(task, "completed_by", completed ? user : null);
    world.tellChange(task, user, new Change("completed", "changed", null, null, null));
    world.tellChange(task, user, new Change("completed_at", "changed", null, null, null));
    String subtype = completed ? "marked_complete" : "marked_incomplete";
    String text = completed ? "completed this task" : "marked this task incomplete";
    stories.add(task, subtype, text, user);
  }

  private static boolean leave(Item task, Place place) {
    place.section().drop(task);
    return true;
  }

  private static void count(Item parent) {
    parent.with("num_subtasks", (int) parent.parts(Type.TASK).count());
  }

  private void settle(Item task, List<Place> places) {
    edits.put(task, "memberships", List.copyOf(places));
    edits.put(task, "projects", places.stream().map(Place::project).toList());
  }

  /** Where a task stands. */
  public static List<Place> places(Item task) {
    return task.list("memberships").stream().map(Place.class::cast).toList();
  }
}
