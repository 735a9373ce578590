package webhookinspector.world;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far an event rises: story to task to parent task to project, and no further; a project's own
 * events to its team, workspace and portfolios (API description; webhooks guide).
 */
final class Bubbling {

  private Bubbling() {}

  /**
   * @param parent the container of an {@code added} or {@code removed}, which the thing may no
   *     longer be in
   */
  static Set<String> of(Item changed, @Nullable Item parent) {
    var reached = new LinkedHashSet<String>();
    rise(changed, reached);
    if (parent != null && !(isWork(changed) && isHigher(parent))) {
      rise(parent, reached);
    }
    return reached;
  }

  private static void rise(Item item, Set<String> reached) {
    if (!reached.add(item.gid())) {
      return;
    }
    Item whole = item.whole();
    switch (item.type()) {
      case TASK -> {
        for (Object place : item.list("memberships")) {
          if (place instanceof Place(Item project, _)) {
            reached.add(project.gid());
          }
        }
        if (whole != null) {
          rise(whole, reached);
        }
      }
      case SECTION, TAG -> addWhole(whole, reached);
      case STORY, ATTACHMENT -> {
        if (whole != null && whole.type() == Type.TASK) {
          rise(whole, reached);
        } else {
          addWhole(whole, reached);
        }
      }
      case PROJECT -> {
        for (String container : new String[] {"team", "workspace"}) {
          if (item.get(container) instanceof Item higher) {
            reached.add(higher.gid());
          }
        }
        item.portfolios().forEach(portfolio -> reached.add(portfolio.gid()));
      }
      case TEAM_MEMBERSHIP, WORKSPACE_MEMBERSHIP, PROJECT_MEMBERSHIP, TEAM, PORTFOLIO, GOAL ->
          addWhole(whole, reached);
      case WORKSPACE, USER -> {}
    }
  }

  private static void addWhole(@Nullable Item whole, Set<String> reached) {
    if (whole != null) {
      reached.add(whole.gid());
    }
  }

  private static boolean isWork(Item item) {
    return switch (item.type()) {
      case TASK, STORY, ATTACHMENT, SECTION -> true;
      default -> false;
    };
  }

  private static boolean isHigher(Item item) {
    return switch (item.type()) {
      case WORKSPACE, TEAM, PORTFOLIO -> true;
      default -> false;
    };
  }
}
