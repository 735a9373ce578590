package webhookinspector.subscriptions;

import java.util.Set;
import webhookinspector.world.Item;

/**
 * Who calls: a user through an app. A personal access token counts as an app of its own, so each
 * token sees only the webhooks that it created.
 *
 * @param app tells the token from others; never the token itself
 * @param scopes such as {@code webhooks:read}; {@code default} lets everything through
 */
public record Caller(String app, Item user, Set<String> scopes) {

  /** Whether it may do what needs that scope. */
  public boolean may(String scope) {
    return scopes.contains("default") || scopes.contains(scope);
  }

  /** Whether both are the same user through the same app. */
  public boolean isSameAs(Caller other) {
    return app.equals(other.app) && user.equals(other.user);
  }
}
