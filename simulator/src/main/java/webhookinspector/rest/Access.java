package webhookinspector.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.subscriptions.Caller;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Item;
import webhookinspector.world.World;

/** Who a token stands for. Each token is an app of its own. Only used while the world is held. */
public final class Access {

  private static final Set<String> EVERYTHING = Set.of("default");

  private final World world;
  private final @Nullable String only;
  private final Map<String, Caller> known = new HashMap<>();

  /**
   * @param only the one token that acts for the first person; null lets any token do so
   */
  public Access(World world, @Nullable String only) {
    this.world = world;
    this.only = only;
  }

  /** From now on that token acts for that user, with those scopes. */
  public void grant(String token, Item user, Set<String> scopes) {
    known.put(token, new Caller(app(token), user, scopes));
  }

  /** Who calls without REST: the holder of the token that {@link Access} was made with. */
  Caller caller(Headers headers) {
    String authorization = headers.first("Authorization").orElse("");
    if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new Refused(401, "Not Authorized");
    }
    String token = authorization.substring(7).strip();
    Caller caller = known.get(token);
    if (caller != null) {
      return caller;
    }
    if (token.isEmpty() || (only != null && !only.equals(token))) {
      throw new Refused(401, "Not Authorized");
    }
    return new Caller(app(token), world.people().getFirst(), EVERYTHING);
  }

  private static String app(String token) {
    return Body.of(token).sha256().substring(0, 16);
  }
}
