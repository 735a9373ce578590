package webhookinspector.checks.receiving;

import java.io.IOException;

/** Asks the admin port whether the program lives. */
final class Health {

  private Health() {}

  /** On a connection of its own, as a supervisor does. */
  static void ask(int adminPort, Nanos nanos) throws IOException {
    long start = System.nanoTime();
    Peer.Answer answer =
        Peer.ask(adminPort, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:" + adminPort + "\r\n\r\n");
    if (answer.status() != 200) {
      throw new IOException("/healthz: " + answer.status());
    }
    nanos.since(start);
  }
}
