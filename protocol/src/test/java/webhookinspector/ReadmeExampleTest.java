package webhookinspector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Content;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** The ten lines of the README, run as they stand there. */
class ReadmeExampleTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

  private HttpServer server;
  private final StringBuilder seen = new StringBuilder();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> receive(exchange, SECRET));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange, Secret secret) throws IOException {
    // README: begin
    Body body = Body.wrapping(exchange.getRequestBody().readAllBytes());
    String signature = exchange.getRequestHeaders().getFirst(Signature.HEADER);
    Headers headers = signature == null ? Headers.none() : Headers.of(Signature.HEADER, signature);

    Verdict verdict = Verdict.of(headers, body, secret);
    if (verdict.believable() && Content.of(body) instanceof Content.Events content) {
      content.events().forEach(event -> handle(event.action(), event.resource().gid()));
    }
    exchange.sendResponseHeaders(verdict.believable() ? 200 : 401, -1);
    // README: end
    exchange.close();
  }

  private void handle(String action, String gid) {
    seen.append(action).append(' ').append(gid);
  }

  @Test
  void believesWhatAsanaSigned() throws Exception {
    Body body = Body.of("{\"events\":[{\"action\":\"deleted\",\"resource\":{\"gid\":\"12\"}}]}");
    assertThat(post(body, Signature.of(SECRET, body).hex())).isEqualTo(200);
    assertThat(seen).hasToString("deleted 12");
  }

  @Test
  void refusesWhatSomebodyElseSigned() throws Exception {
    Body body = Body.of("{\"events\":[{\"action\":\"deleted\",\"resource\":{\"gid\":\"12\"}}]}");
    Secret another = Secret.of("ffffffffffffffffffffffffffffffff");
    assertThat(post(body, Signature.of(another, body).hex())).isEqualTo(401);
    assertThat(seen).isEmpty();
  }

  @Test
  void standsInTheReadmeWordForWord() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String source =
        Files.readString(
            root.resolve("protocol/src/test/java/webhookinspector/ReadmeExampleTest.java"));
    String example =
        source
            .substring(
                source.indexOf("// README: begin\n") + 17, source.indexOf("    // README: end\n"))
            .lines()
            .map(line -> line.replaceFirst("^ {4}", ""))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(root.resolve("README.md"))).contains(example);
  }

  private int post(Body body, String signature) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header(Signature.HEADER, signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toBytes()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
