package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

class WireTest {

  private static final Post POST = new Post(Headers.of("X-Odd", "1"), Body.of("{\"events\":[]}"));

  /** Answers one connection with these bytes, whatever came. */
  private static Answer answered(String bytes, Duration patience) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> serve(server, bytes));
      return new Wire(Judged.hook(server.getLocalPort())).send(POST, patience);
    }
  }

  private static void serve(ServerSocket server, String bytes) {
    try (Socket socket = server.accept()) {
      var in = socket.getInputStream();
      String seen = "";
      while (!seen.endsWith("{\"events\":[]}")) {
        seen += (char) in.read();
      }
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      if (bytes.endsWith("…wait")) {
        in.read();
      }
    } catch (IOException _) {
      // the client has gone, as some tests want it
    }
  }

  private static Answer answered(String bytes) throws IOException {
    return answered(bytes, Duration.ofSeconds(5));
  }

  @Test
  void readsABodyInChunks() throws IOException {
    Answer answer =
        answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Given.class, given -> assertThat(given.body().text()).isEqualTo("abc"));
  }

  @Test
  void passesOverInterimAnswers() throws IOException {
    assertThat(answered("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n").status())
        .isEqualTo(204);
  }

  @Test
  void readsABodyThatEndsWithTheConnection() throws IOException {
    assertThat(answered("HTTP/1.0 200 OK\n\nhello"))
        .isInstanceOfSatisfying(
            Answer.Given.class,
            given -> {
              assertThat(given.body().text()).isEqualTo("hello");
              assertThat(given.reusable()).isFalse();
            });
  }

  @Test
  void keepsNoMoreThan64KiBOfAnAnswer() throws IOException {
    assertThat(answered("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(200_000)))
        .isInstanceOfSatisfying(
            Answer.Given.class, given -> assertThat(given.body().size()).isEqualTo(65_536));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\r\n"
      })
  void takesGarbageForNoAnswer(String bytes) throws IOException {
    Answer answer = answered(bytes);

    assertThat(answer).isInstanceOf(Answer.None.class);
    assertThat(answer.crashed()).isTrue();
  }

  @Test
  void tellsSilenceFromABrokenConnection() throws IOException {
    Answer answer = answered("HTTP/1.1 2…wait", Duration.ofMillis(200));

    assertThat(answer.timedOut()).isTrue();
    assertThat(answer.crashed()).isFalse();
  }

  @Test
  void writesWhatItIsToldByteForByte() {
    assertThat(POST.head(java.net.URI.create("http://[::1]:8080/in/a%20b?x=1&y"), true))
        .isEqualTo(
            "POST /in/a%20b?x=1&y HTTP/1.1\r\nHost: [::1]:8080\r\nX-Odd: 1\r\n"
                + "Content-Length: 13\r\nConnection: close\r\n\r\n");
  }
}
