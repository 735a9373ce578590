package webhookinspector.world;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A seeded little team at work in one project: believable changes, and never more tasks than a
 * board can show, so that it may work for ever.
 */
public final class Work {

  private static final List<String> VERBS =
      List.of("Fix", "Draft", "Review", "Ship", "Test", "Measure", "Plan", "Tidy", "Translate");

  private static final List<String> THINGS =
      List.of(
          "login",
          "the pricing page",
          "invoice export",
          "the onboarding mail",
          "search",
          "the release notes",
          "dark mode",
          "the nightly backup",
          "the sign-up form",
          "keyboard shortcuts",
          "the status page",
          "the mobile menu",
          "password reset",
          "the March report",
          "error messages");

  private static final List<String> REMARKS =
      List.of(
          "Looks good to me.",
          "Can we do this before Friday?",
          "Done on staging, please check.",
          "The customer asked about it again.",
          "I need the new copy first.",
          "Works on my phone now.",
          "Splitting this in two would help.",
          "Blocked by the review.",
          "Merged this morning.",
          "Who knows the numbers for May?");

  private static final int MOST_TASKS = 40;
  private static final int MOST_STORIES = 50;

  private final World world;
  private final Item project;
  private final SplittableRandom random;
  private final Tasks tasks;
  private final Stories stories;
  private final Edits edits;
  private final List<Item> board = new ArrayList<>();

  public Work(World world, Item project, long seed) {
    this.world = world;
    this.project = project;
    this.random = new SplittableRandom(seed);
    this.tasks = new Tasks(world);
    this.stories = new Stories(world);
    this.edits = new Edits(world);
  }

  /** One change, which causes one to four events. */
  public void change() {
    Item who = pick(world.people());
    board.removeIf(Item::deleted);
    int dice = random.nextInt(100);
    if (board.size() < 5 || (dice < 15 && board.size() < MOST_TASKS)) {
      add(who);
      return;
    }
    Item task = pick(board);
    if (dice < 30) {
      comment(task, who);
    } else if (dice < 45) {
      tasks.move(task, pick(project.parts(Type.SECTION).toList()), who);
    } else if (dice < 60) {
      edits.set(task, "due_on", dueDate(), who);
    } else if (dice < 72) {
      edits.set(task, "assignee", random.nextInt(6) == 0 ? null : pick(world.people()), who);
    } else if (dice < 80) {
      edits.set(task, "name", taskName(), who);
    } else if (dice < 84) {
      edits.add(task, "followers", pick(world.people()), who);
    } else if (dice < 88) {
      edits.set(task, "notes", pick(REMARKS), who);
    } else if (dice < 96) {
      tasks.complete(task, !task.is("completed"), who);
    } else {
      bin(task, who);
    }
  }

  private void add(Item who) {
    Item task = tasks.create(taskName(), who);
    project
        .parts(Type.SECTION)
        .findFirst()
        .ifPresent(first -> tasks.add(task, project, first, who));
    board.add(task);
  }

  private void comment(Item task, Item who) {
    stories.comment(task, pick(REMARKS), who);
    List<Item> all = task.parts(Type.STORY).toList();
    for (Item old : all.subList(0, Math.max(0, all.size() - MOST_STORIES))) {
      task.drop(old);
      world.forget(old);
    }
  }

  private void bin(Item task, Item who) {
    edits.delete(task, who);
    Tasks.places(task).forEach(place -> place.section().drop(task));
    task.parts(Type.STORY).forEach(world::forget);
    world.forget(task);
  }

  private String dueDate() {
    return LocalDate.ofInstant(world.now(), ZoneOffset.UTC)
        .plusDays(random.nextInt(1, 30))
        .toString();
  }

  private String taskName() {
    return pick(VERBS) + " " + pick(THINGS);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
