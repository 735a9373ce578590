package webhookinspector.tunnel.ngrok;

import webhookinspector.tunnel.Tunnel;

/** A {@link Tunnel} by the user's own ngrok. */
public final class NgrokTunnel implements Tunnel {

  private final NgrokSettings settings;

  public NgrokTunnel(NgrokSettings settings) {
    this.settings = settings;
  }

  @Override
  public OpenTunnel open(int receiverPort) {
    throw new UnsupportedOperationException(settings.toString());
  }
}
