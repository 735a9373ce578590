package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** The simulator must never be what a load test measures. */
class SenderRateTest {

  private static final int WEBHOOKS = 100;
  private static final int DELIVERIES = 20_000;

  /**
   * Per second, for a machine that does other things as well; alone, two cores do several times
   * this.
   */
  private static final int FLOOR = 2_000;

  @Test
  void signsAndDeliversThousandsASecondToAHundredWebhooks() throws IOException {
    var settings =
        SimulatorSettings.DEFAULTS
            .withSender(
                SimulatorSettings.DEFAULTS.sender().withBatchWindow(Duration.ZERO).withCaps(1, 1))
            .withJournalSize(1_000);
    try (var receiver = new BareReceiver();
        var simulator = Simulator.start(settings);
        var asana = new Asana(simulator)) {
      for (int i = 0; i < WEBHOOKS; i++) {
        asana.createWebhook(simulator.project(), receiver.target(i));
      }
      await().until(() -> receiver.requests() >= 2 * WEBHOOKS);
      long before = receiver.requests();
      long start = System.nanoTime();
      while (receiver.requests() - before < DELIVERIES) {
        simulator.team().make(5);
        await().pollInterval(Duration.ofMillis(1)).until(() -> simulator.waiting() < 20 * WEBHOOKS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long rate = Math.round((receiver.requests() - before) / seconds);
      System.out.println("signed deliveries a second to " + WEBHOOKS + " webhooks: " + rate);
      assertThat(rate).isGreaterThan(FLOOR);
    }
  }

  /** Reads requests and answers 200, as cheaply as can be. */
  private static final class BareReceiver implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final LongAdder requests = new LongAdder();

    BareReceiver() throws IOException {
      Thread.ofVirtual().start(this::accept);
    }

    URI target(int number) {
      return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/in/" + number);
    }

    long requests() {
      return requests.sum();
    }

    private void accept() {
      try {
        while (true) {
          Socket socket = server.accept();
          Thread.ofVirtual().start(() -> serve(socket));
        }
      } catch (IOException e) {
        // closed: the test is over
      }
    }

    private void serve(Socket socket) {
      try (socket) {
        var in = new BufferedInputStream(socket.getInputStream(), 4_096);
        while (true) {
          int length = 0;
          String echo = "";
          for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("Content-Length: ")) {
              length = Integer.parseInt(line.substring(16));
            } else if (line.startsWith("X-Hook-Secret: ")) {
              echo = line + "\r\n";
            }
          }
          in.skipNBytes(length);
          String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + echo + "\r\n";
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          requests.increment();
        }
      } catch (IOException e) {
        // the sender closed it
      }
    }

    private static String line(InputStream in) throws IOException {
      var line = new StringBuilder(80);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("closed");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
