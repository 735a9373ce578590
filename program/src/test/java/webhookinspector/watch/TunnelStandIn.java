package webhookinspector.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes bytes on from one loopback port to another, as a tunnel does; can be stopped and resumed.
 */
final class TunnelStandIn implements AutoCloseable {

  private final int to;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private ServerSocket door;

  TunnelStandIn(int to) {
    this.to = to;
    this.door = listen(0);
  }

  private static ServerSocket listen(int port) {
    try {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TunnelStandIn opened() {
    Thread.ofVirtual().start(() -> accept(door));
    return this;
  }

  String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** Nobody listens there any more. */
  void stop() {
    close();
  }

  void resume() {
    door = listen(door.getLocalPort());
    opened();
  }

  private void accept(ServerSocket at) {
    try {
      while (true) {
        Socket from = at.accept();
        Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
        open.addAll(List.of(from, onward));
        Thread.ofVirtual().start(() -> copy(from, onward));
        Thread.ofVirtual().start(() -> copy(onward, from));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void copy(Socket from, Socket onward) {
    try (from;
        onward) {
      from.getInputStream().transferTo(onward.getOutputStream());
    } catch (IOException e) {
      // one side left
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
