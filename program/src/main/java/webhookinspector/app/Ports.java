package webhookinspector.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import webhookinspector.feed.Opening.Ready;

/** Looks whether ports can be had before anything is opened. */
final class Ports {

  private Ports() {}

  /** The ports as they were wanted, or free ones where others will do. */
  static Listening settle(Listening wanted) {
    if (!wanted.others()) {
      return wanted;
    }
    return wanted.at(
        isFree(wanted.receiverPort()) ? wanted.receiverPort() : 0,
        isFree(wanted.adminPort()) ? wanted.adminPort() : 0);
  }

  /**
   * What a person should know about the ports that were chosen; "" when they are the wanted ones.
   */
  static String note(Listening wanted, Ready ready) {
    return Stream.of(
            note("receiver", wanted.receiverPort(), ready.receiver().getPort()),
            note("admin", wanted.adminPort(), ready.admin().getPort()))
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String note(String name, int wanted, int got) {
    return wanted == 0 || wanted == got
        ? ""
        : "Port " + wanted + " is taken, so the " + name + " port is " + got + ".";
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
