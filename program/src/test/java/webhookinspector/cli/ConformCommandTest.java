package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformCommandTest {

  @TempDir Path folder;
  private HttpServer naive;
  private String url = "";

  /** Echoes any secret and believes everything. */
  @BeforeEach
  void startANaiveReceiver() throws IOException {
    naive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    naive.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    naive.createContext("/hook", ConformCommandTest::answer);
    naive.start();
    url = "http://127.0.0.1:" + naive.getAddress().getPort() + "/hook";
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String offered = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
      if (offered != null) {
        exchange.getResponseHeaders().set("X-Hook-Secret", offered);
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @AfterEach
  void stop() {
    naive.stop(0);
  }

  @Test
  void saysThatAReceiverDoesNotConformAndWhatToMend() {
    Typed typed = Typed.line("conform", url);
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out())
        .contains("does not conform", "forged delivery accepted", "any secret accepted", "mend");
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void saysThatAReceiverConformsInWhatWasAsked() {
    Typed typed = Typed.line("conform", url, "--only", "heartbeat-accepted,null-user");
    assertThat(typed.exit()).isEqualTo(Exit.OK);
    assertThat(typed.out()).contains("conforms: 2 passed");
  }

  @ParameterizedTest
  @CsvSource({"json,\"conforms\" : true", "junit,<testsuites", "sarif,2.1.0", "text,conforms:"})
  void writesTheReportInEachForm(String form, String sign) throws IOException {
    Path file = folder.resolve("report");
    String[] words = {"conform", url, "--only", "null-user", "--format", form};
    assertThat(Typed.line(words).out()).contains(sign);

    Typed typed =
        Typed.line(
            "conform", url, "--only", "null-user", "--format", form, "--report", file.toString());
    assertThat(Files.readString(file)).contains(sign);
    assertThat(typed.out()).contains("conforms: 1 passed");
  }

  @Test
  void explainsACheckWithoutAReceiver() {
    Typed typed = Typed.line("conform", "--explain", "raw-spaces");
    assertThat(typed.exit()).isEqualTo(Exit.OK);
    assertThat(typed.out()).startsWith("raw-spaces").contains("express.raw()");
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Typed typed = Typed.line("conform", "http://127.0.0.1:" + port + "/hook");
    assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(typed.err()).contains("the connection was refused", "--start COMMAND");
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void saysThatTheCommandToArmFails() {
    Typed typed = Typed.line("conform", url, "--arm", "echo no such inbox >&2; exit 4");
    assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(typed.err()).contains("--arm: echo", "exit code 4", "no such inbox");
  }

  @ParameterizedTest
  @CsvSource({
    "'conform', URL: missing",
    "'conform localhost:3000/hook', target: localhost:3000/hook (expected: an http or https",
    "'conform http://[ --seed 1', URL: http://[ (expected: an address",
    "'conform --explain raw-space', check: raw-space (expected: one of handshake-accepted",
    "'conform http://localhost:1/ --only x', check: x (expected: one of",
    "'conform http://localhost:1/ --format xml', xml",
  })
  void refusesWordsThatAreOff(String words, String message) {
    Typed typed = Typed.line(words.split(" "));
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(message).doesNotContain("\tat ");
  }
}
