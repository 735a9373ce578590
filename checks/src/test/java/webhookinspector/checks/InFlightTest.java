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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.Query;
import webhookinspector.history.sqlite.SqliteHistory;

/**
 * What happens to deliveries whose bodies are still on their way when the holder is told to stop.
 */
class InFlightTest {

  private static final int DELIVERIES = 40;

  @TempDir Path home;

  @Test
  void areAnsweredAndKeptBeforeTheEnd() throws Exception {
    KeptInbox inbox = KeptInbox.in(home);
    try (Program serve = Programs.serve(home)) {
      int port = serve.receiver().getPort();
      var senders = new ArrayList<Sender>();
      for (int i = 0; i < DELIVERIES; i++) {
        senders.add(new Sender(port, inbox, "{\"events\":[],\"number\":" + i + "}"));
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

  /** One delivery on a connection of its own, sent in two halves. */
  private static final class Sender {

    private final int port;
    private final Socket socket;
    private final List<byte[]> halves;

    Sender(int port, KeptInbox inbox, String body) throws IOException {
      this.port = port;
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(10_000);
      String head =
          "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\nX-Hook-Signature: %s\r\n\r\n"
              .formatted(inbox.path(), body.length(), inbox.signature(body));
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
