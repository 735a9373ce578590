package webhookinspector.web;

import java.util.List;
import webhookinspector.subscription.Filter;

/**
 * A webhook that somebody wants.
 *
 * @param resource gid of what it shall watch
 * @param filters empty: everything, which Asana grants on projects and tasks only
 */
public record NewWebhook(String resource, List<Filter> filters) {

  public NewWebhook {
    if (!resource.matches("[0-9]{1,40}")) {
      throw Refusal.badInput(
          "resource: " + resource + " (expected: a gid, decimal digits)",
          "Take it from the address of the project or task in Asana.");
    }
    filters = List.copyOf(filters);
  }
}
