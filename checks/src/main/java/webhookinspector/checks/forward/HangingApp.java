package webhookinspector.checks.forward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody's app that takes every connection and never says a word. */
final class HangingApp implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

  HangingApp() throws IOException {
    Thread.ofVirtual().start(this::hold);
  }

  private void hold() {
    try {
      while (true) {
        held.add(server.accept());
      }
    } catch (IOException e) {
      // closed
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
  }

  /** How many connections it holds. */
  int held() {
    return held.size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : held) {
      socket.close();
    }
  }
}
