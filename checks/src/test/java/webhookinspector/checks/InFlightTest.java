package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.history.Query;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * What happens to deliveries whose bodies are still on their way when the holder is told to stop.
 */
class InFlightTest {

  private static final int DELIVERIES = 40;

  @TempDir Path home;

  @Test
  void areAnsweredAndKeptBeforeTheEnd() throws Exception {
    String path = keptInbox();
    Secret secret = secretOf();
    try (Program serve = Programs.serve(home)) {
      int port = serve.receiver().getPort();
      var senders = new ArrayList<Sender>();
      for (int i = 0; i < DELIVERIES; i++) {
        senders.add(new Sender(port, path, secret, "{\"events\":[],\"number\":" + i + "}"));
      }
      for (Sender sender : senders) {
        sender.sendHalf();
      }
      awaitTakenUp(senders.getLast());
      serve.signal("TERM");
      await().until(() -> refusesConnections(port));
      for (Sender sender : senders) {
        sender.sendRest();
      }
      for (Sender sender : senders) {
        assertThat(sender.answer()).startsWith("HTTP/1.1 200 ");
      }
      assertThat(serve.exitCode()).as(serve.toString()).isZero();
      assertThat(serve.json("delivery")).hasSize(DELIVERIES);
    }
    try (var history = SqliteHistory.open(home.resolve("data/history.db"))) {
      assertThat(history.count(Query.ALL)).isGreaterThanOrEqualTo(DELIVERIES);
    }
  }

  /** Jetty has read the head once a later connection's whole request has been answered. */
  private static void awaitTakenUp(Sender last) throws IOException {
    try (var probe = new Socket(InetAddress.getLoopbackAddress(), last.port)) {
      probe.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      assertThat(probe.getInputStream().read()).isEqualTo('H');
    }
  }

  private static boolean refusesConnections(int port) {
    try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !probe.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  /** An inbox with a secret, left by a run that kept its webhook; its path. */
  private String keptInbox() {
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS);
        Program listen = Programs.listen(home, asana, "--keep")) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1 && !listen.json("handshake").isEmpty());
      String path = asana.webhooks().getFirst().target().getPath();
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();
      return path;
    }
  }

  private Secret secretOf() {
    try (Registry registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
      return registry.inboxes().stream()
          .flatMap(inbox -> Stream.ofNullable(inbox.secrets().confirmed()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** One delivery on a connection of its own, sent in two halves. */
  private static final class Sender {

    private final int port;
    private final Socket socket;
    private final List<byte[]> halves;

    Sender(int port, String path, Secret secret, String body) throws IOException {
      this.port = port;
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(10_000);
      String head =
          "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\nX-Hook-Signature: %s\r\n\r\n"
              .formatted(path, body.length(), Signature.of(secret, Body.of(body)).hex());
      int middle = body.length() / 2;
      this.halves =
          List.of(
              (head + body.substring(0, middle)).getBytes(US_ASCII),
              body.substring(middle).getBytes(US_ASCII));
    }

    void sendHalf() throws IOException {
      socket.getOutputStream().write(halves.getFirst());
    }

    void sendRest() throws IOException {
      socket.getOutputStream().write(halves.getLast());
    }

    String answer() throws IOException {
      try (socket) {
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes(13), US_ASCII);
      }
    }
  }
}
