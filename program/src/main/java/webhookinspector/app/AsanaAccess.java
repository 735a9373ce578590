package webhookinspector.app;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaBase;
import webhookinspector.asana.Calls;
import webhookinspector.asana.Loopback;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.simulator.Simulator;

/**
 * Which Asana, and as whom.
 *
 * @param base of the API
 * @param allowBase whether the token may go to a base that is neither Asana's nor on loopback
 * @param token asked only when Asana is
 * @param workspace gid, the one that lists are about when none is given
 * @param project gid, the resource to watch when none is given
 * @param own the Asana of this very process, if it is one
 */
public record AsanaAccess(
    URI base,
    boolean allowBase,
    AccessToken token,
    Optional<String> workspace,
    Optional<String> project,
    Optional<Simulator> own) {

  public AsanaAccess {
    base = AsanaBase.check(base, allowBase);
  }

  /**
   * With workspace and project from the environment.
   *
   * @param base null for Asana itself
   * @throws IllegalArgumentException if the token may not go there
   */
  public static AsanaAccess of(
      @Nullable URI base, boolean allowBase, AccessToken token, Surroundings surroundings) {
    return new AsanaAccess(
        base == null ? AsanaBase.DEFAULT : base,
        allowBase,
        token,
        surroundings.variable("ASANA_WORKSPACE"),
        surroundings.variable("ASANA_PROJECT"),
        Optional.empty());
  }

  /** Whether this Asana runs on this machine and so can reach our loopback address. */
  public boolean isLocal() {
    return Loopback.is(base.getHost());
  }

  /** The local Asana of this very process. */
  AsanaAccess at(Simulator simulator) {
    return new AsanaAccess(
        simulator.api(),
        false,
        AccessToken.of(simulator.token()),
        Optional.empty(),
        project,
        Optional.of(simulator));
  }

  Asana open(Surroundings surroundings, Calls calls) {
    return new HttpAsana(
        AsanaSettings.of(base, token, allowBase), surroundings.clock(), new SecureRandom(), calls);
  }
}
