package webhookinspector.sender.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.Plan;
import webhookinspector.sender.Answer;

class SocketLineTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nhi";

  private final SocketLine line = new SocketLine();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ServerSocket server = open();

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    server.close();
  }

  /** Each request that is whole gets these bytes; "" closes the connection instead. */
  private void answer(String bytes) {
    Thread.startVirtualThread(
        () -> {
          try {
            while (true) {
              Socket socket = server.accept();
              connections.incrementAndGet();
              Thread.startVirtualThread(() -> serve(socket, bytes));
            }
          } catch (IOException e) {
            // closed: the test is over
          }
        });
  }

  private void serve(Socket socket, String bytes) {
    try (socket) {
      InputStream in = socket.getInputStream();
      while (true) {
        var request = new StringBuilder();
        while (!request.toString().endsWith("\r\n\r\n{}")) {
          int c = in.read();
          if (c < 0) {
            return;
          }
          request.append((char) c);
        }
        requests.add(request.toString());
        if (bytes.isEmpty()) {
          return;
        }
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      // the line closed it
    }
  }

  private Answer post(String path) {
    return post(URI.create("http://127.0.0.1:" + server.getLocalPort() + path));
  }

  private Answer post(URI target) {
    return line.post(
        target,
        Headers.of("X-Hook-Signature", "ab", "content-TYPE", "application/json"),
        Body.of("{}"),
        Plan.Manner.WHOLE,
        Duration.ofMillis(400));
  }

  @Test
  void sendsTheseBytesAndNothingElse() {
    answer(OK);
    post("/in/key?label=a%20b");
    assertThat(requests)
        .containsExactly(
            "POST /in/key?label=a%20b HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.getLocalPort()
                + "\r\nX-Hook-Signature: ab\r\ncontent-TYPE: application/json\r\nContent-Length: 2\r\n\r\n{}");
  }

  @Test
  void readsStatusHeadersAndBody() {
    answer(OK);
    assertThat(post("/"))
        .isEqualTo(
            new Answer.Response(
                200, "OK", Headers.of("Content-Length", "2", "X-A", "b"), Body.of("hi")));
  }

  @Test
  void keepsConnectionsOpenForTheNextDelivery() {
    answer(OK);
    for (int i = 0; i < 5; i++) {
      post("/");
    }
    assertThat(requests).hasSize(5);
    assertThat(connections).hasValue(1);
  }

  @Test
  void opensAnotherConnectionWhenTheTargetClosedItsOwn() {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    post("/");
    post("/");
    assertThat(connections).hasValue(2);
  }

  @Test
  void readsChunks() {
    answer(
        "HTTP/1.1 500 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nout\r\n4;x=y\r\n of \r\n0\r\n\r\n");
    for (int i = 0; i < 2; i++) {
      assertThat(post("/"))
          .isInstanceOfSatisfying(
              Answer.Response.class,
              response -> assertThat(response.body().text()).isEqualTo("out of "));
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void followsNoRedirect() {
    answer("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    assertThat(post("/").summary()).isEqualTo("302 Found");
    assertThat(requests).hasSize(1);
  }

  @Test
  void givesUpWhenTheAnswerIsLateOrNeverWhole() {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhal");
    assertThat(post("/")).isEqualTo(new Answer.TimedOut());
  }

  @Test
  void tellsWhyThereWasNoAnswer() throws IOException {
    answer("");
    assertThat(post("/").summary())
        .isEqualTo("the connection was closed before the answer was whole");
    assertThat(post(URI.create("http://no-such-host.invalid/")).summary())
        .isEqualTo("no such host: no-such-host.invalid");
    assertThat(post(URI.create("http://127.0.0.1:99999/")).summary()).startsWith("not an address");
    int port;
    try (ServerSocket nobodyAccepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = nobodyAccepts.getLocalPort();
    }
    assertThat(post(URI.create("http://127.0.0.1:" + port + "/")).summary())
        .isEqualTo("connection refused");
  }

  @Test
  void takesNothingForHttpThatIsNot() {
    answer("SSH-2.0-OpenSSH\r\n\r\n");
    assertThat(post("/").summary()).isEqualTo("the connection broke: the answer is not HTTP");
  }

  @Test
  void keepsOnlyTheStartOfALongAnswer() {
    answer("HTTP/1.1 500 No\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(200_000));
    assertThat(post("/"))
        .isInstanceOfSatisfying(
            Answer.Response.class,
            response -> assertThat(response.body().size()).isBetween(65_536, 80_000));
  }
}
