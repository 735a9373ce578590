package webhookinspector.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Portfolios and goals: what stands above projects. */
public final class Plans {

  private final World world;
  private final Edits edits;

  public Plans(World world) {
    this.world = world;
    this.edits = new Edits(world);
  }

  public Item createPortfolio(String name, Item user) {
    Item portfolio = world.create(Type.PORTFOLIO, null, name).within(world.workspace());
    portfolio
        .with("color", null)
        .with("created_at", Times.text(world.now()))
        .with("created_by", user)
        .with("owner", user)
        .with("workspace", world.workspace());
    world.tell("added", portfolio, world.workspace(), user);
    return portfolio;
  }

  /** One {@code added} event of the project. */
  public void show(Item portfolio, Item project, @Nullable Item user) {
    portfolio.hold(project);
    project.shownIn(portfolio, true);
    world.tell("added", project, portfolio, user);
  }

  /** One {@code removed} event of the project. */
  public void hide(Item portfolio, Item project, @Nullable Item user) {
    portfolio.drop(project);
    project.shownIn(portfolio, false);
    world.tell("removed", project, portfolio, user);
  }

  public Item createGoal(String name, Item user) {
    Item goal = world.create(Type.GOAL, null, name).within(world.workspace());
    goal.with("notes", "")
        .with("due_on", null)
        .with("start_on", null)
        .with("owner", user)
        .with("status", null)
        .with("followers", List.of(user))
        .with("liked", false)
        .with("workspace", world.workspace());
    world.tell("added", goal, world.workspace(), user);
    return goal;
  }

  /** The portfolio goes, the projects stay. */
  public void deletePortfolio(Item portfolio, @Nullable Item user) {
    portfolio.parts(Type.PROJECT).forEach(project -> project.shownIn(portfolio, false));
    edits.delete(portfolio, user);
  }
}
