package webhookinspector.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import webhookinspector.event.Event;

/** Finds, before Asana is asked, filters that it refuses or that can never match. */
public final class FilterLint {

  /**
   * Levels that need filters and see neither tasks nor stories (webhooks guide; API description,
   * WebhookFilter).
   */
  public static final Set<String> HIGHER_LEVELS = Set.of("workspace", "team", "portfolio");

  private static final Set<String> AT_HIGHER_LEVELS =
      Set.of("project", "team_membership", "workspace_membership");

  private FilterLint() {}

  /**
   * One thing that is wrong with a filter.
   *
   * @param refused whether Asana will answer with an error; otherwise it is accepted and never
   *     matches
   * @param message what, why, and what to write instead
   */
  public record Finding(boolean refused, String message) {}

  /**
   * @param level the type of the watched resource, such as {@code project}
   * @return nothing when all is well
   */
  public static List<Finding> of(String level, List<Filter> filters) {
    var findings = new ArrayList<Finding>();
    boolean higher = HIGHER_LEVELS.contains(level);
    if (higher && filters.isEmpty()) {
      findings.add(
          new Finding(
              true,
              "filters: none (expected: at least one for a "
                  + level
                  + ", such as resource_type=project,action=added)"));
    }
    for (Filter filter : filters) {
      check(level, higher, filter, findings);
    }
    return findings;
  }

  private static void check(String level, boolean higher, Filter filter, List<Finding> findings) {
    if (!filter.fields().isEmpty() && higher) {
      findings.add(
          new Finding(
              true, "fields: " + filter.fields() + " (expected: none for a " + level + ")"));
    } else if (!filter.fields().isEmpty() && !"changed".equals(filter.action())) {
      findings.add(
          new Finding(
              true,
              "fields: " + filter.fields() + " (expected: only together with action=changed)"));
    }
    if (filter.action() != null && !Event.ACTIONS.contains(filter.action())) {
      findings.add(
          new Finding(
              true,
              "action: "
                  + filter.action()
                  + " (expected: one of "
                  + String.join(", ", Event.ACTIONS)
                  + ")"));
    }
    if (higher && filter.resourceType() == null) {
      findings.add(
          new Finding(
              true,
              "resource_type: missing (expected: one of " + sorted() + " for a " + level + ")"));
    } else if (higher && !AT_HIGHER_LEVELS.contains(String.valueOf(filter.resourceType()))) {
      findings.add(
          new Finding(
              true,
              "resource_type: "
                  + filter.resourceType()
                  + " (expected: one of "
                  + sorted()
                  + " for a "
                  + level
                  + "; tasks and stories do not rise that high, so watch each project instead)"));
    }
    boolean membership =
        filter.resourceType() != null && filter.resourceType().endsWith("_membership");
    if (membership
        && filter.action() != null
        && !Set.of("added", "removed").contains(filter.action())) {
      findings.add(
          new Finding(
              false,
              "action: " + filter.action() + " (expected: added or removed for memberships)"));
    }
    if ("story".equals(filter.resourceType())
        && "changed".equals(filter.action())
        && !filter.fields().isEmpty()
        && filter.resourceSubtype() != null
        && !filter.resourceSubtype().startsWith("comment")) {
      findings.add(
          new Finding(
              false,
              "resource_subtype: "
                  + filter.resourceSubtype()
                  + " (expected: a comment; other stories never change)"));
    }
  }

  private static String sorted() {
    return String.join(", ", AT_HIGHER_LEVELS.stream().sorted().toList());
  }
}
