package webhookinspector.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether ports can be had before anything is opened. */
final class Ports {

  private Ports() {}

  /** The ports as they were wanted, or free ones where others will do. */
  static Listening settle(Listening wanted) {
    if (!wanted.others()) {
      return wanted;
    }
    return new Listening(
        isFree(wanted.receiverPort()) ? wanted.receiverPort() : 0,
        isFree(wanted.adminPort()) ? wanted.adminPort() : 0,
        true,
        wanted.publicUrl(),
        wanted.tunnel());
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
