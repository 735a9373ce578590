package webhookinspector.app;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.tunnel.Tunnel;
import webhookinspector.tunnel.Tunnel.OpenTunnel;
import webhookinspector.tunnel.given.GivenTunnel;
import webhookinspector.tunnel.ngrok.NgrokSettings;
import webhookinspector.tunnel.ngrok.NgrokTunnel;
import webhookinspector.web.Refusal;

/**
 * Under which address Asana reaches the receiver.
 *
 * @param own the receiver's, on loopback
 * @param tunnel whatever leads the internet there, or null
 * @param localAsana whether Asana itself is on this machine and needs no public address
 */
record PublicAddress(URI own, @Nullable OpenTunnel tunnel, boolean localAsana) {

  /** Opens what was chosen; empty when nothing was. */
  static Optional<OpenTunnel> open(Listening listening, int receiverPort) {
    return choose(listening).map(tunnel -> tunnel.open(receiverPort));
  }

  private static Optional<Tunnel> choose(Listening listening) {
    if (listening.publicUrl() != null) {
      return Optional.of(new GivenTunnel(listening.publicUrl()));
    }
    return switch (listening.tunnel()) {
      case NONE -> Optional.empty();
      case NGROK -> Optional.of(new NgrokTunnel(NgrokSettings.DEFAULTS));
      case SSH, CLOUDFLARED ->
          throw Refusal.badInput(
              "tunnel: "
                  + listening.tunnel().word()
                  + " is not built yet (expected: ngrok or none)",
              "Start it yourself and give its address with --public-url.");
    };
  }

  /** The public one, or null. */
  @Nullable URI known() {
    return tunnel == null ? null : tunnel.publicUrl();
  }

  /** The public one, or the receiver's own. */
  URI shown() {
    URI known = known();
    return known == null ? own : known;
  }

  /** What a webhook may target. */
  URI forAsana() {
    if (known() == null && !localAsana) {
      throw Refusal.notPossibleNow(
          "public address: none (expected: --public-url URL or --tunnel ngrok)",
          "Asana must reach this machine from the internet, for example by ngrok:"
              + " add --tunnel ngrok.");
    }
    return shown();
  }
}
