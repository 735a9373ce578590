package webhookinspector.tunnel;

import java.net.URI;

/** A way from the public internet to the receiver port. */
public interface Tunnel {

  /**
   * Opens it, or finds one that is open already.
   *
   * @param receiverPort on 127.0.0.1
   * @throws TunnelFailed with the next step to type
   */
  OpenTunnel open(int receiverPort);

  /** An open tunnel; closing it ends only what we started ourselves. */
  interface OpenTunnel extends AutoCloseable {

    /** The public address, without a trailing slash. */
    URI publicUrl();

    @Override
    void close();
  }
}
