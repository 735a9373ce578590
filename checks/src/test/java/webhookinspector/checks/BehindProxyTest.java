package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx with the configuration of docs/operations.md in front of the running program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyTest {

  private static final Pattern LOCATION = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Path home;
  private KeptInbox inbox;
  private Program serve;
  private Process nginx;
  private URI outside;
  private URI mistake;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    home = folder;
    assumeTrue(isInstalled("nginx"), "nginx is not installed");
    inbox = KeptInbox.in(home);
    serve = Programs.serve(home);
    outside = URI.create("http://127.0.0.1:" + freePort());
    mistake = URI.create("http://127.0.0.1:" + freePort());
    nginx =
        new ProcessBuilder("nginx", "-e", home + "/errors", "-c", configuration().toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("nginx.txt").toFile())
            .start();
    await("nginx listens").atMost(Duration.ofSeconds(30)).until(() -> answers(outside));
  }

  @AfterAll
  void stop() {
    if (nginx != null) {
      nginx.destroyForcibly().onExit().join();
      serve.close();
    }
  }

  /** The page's location, and beside it the mistake that it warns of. */
  private Path configuration() throws IOException {
    var page =
        LOCATION.matcher(
            Files.readString(Path.of(System.getProperty("project.root"), "docs/operations.md")));
    assertThat(page.find()).isTrue();
    String location = page.group(1).replace("127.0.0.1:8090", serve.receiver().getAuthority());
    String text =
        """
        daemon off; master_process off; pid HOME/pid;
        events {}
        http {
          access_log off;
          client_body_temp_path HOME/a; proxy_temp_path HOME/b; fastcgi_temp_path HOME/c;
          uwsgi_temp_path HOME/d; scgi_temp_path HOME/e;
          server { listen OUTSIDE; LOCATION }
          server {
            listen MISTAKE;
            location / {
              proxy_pass ADMIN;
              proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            }
          }
        }
        """
            .replace("HOME", home.toString())
            .replace("OUTSIDE", outside.getAuthority())
            .replace("MISTAKE", mistake.getAuthority())
            .replace("LOCATION", location)
            .replace("ADMIN", serve.ready().required("admin").asString());
    return Files.writeString(home.resolve("nginx.conf"), text);
  }

  @Test
  void takesDeliveriesAsTheyCameAndNothingElse() throws Exception {
    String body = "{\"events\" : [],\"number\":1.10}";
    HttpResponse<String> taken =
        client.send(
            HttpRequest.newBuilder(outside.resolve(inbox.path()))
                .header("X-Hook-Signature", inbox.signature(body))
                .header("X-Forwarded-For", "52.1.2.3")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.headers().firstValue("X-Delivery-Id")).isPresent();
    String shown = shown(taken.headers().firstValue("X-Delivery-Id").orElseThrow());
    assertThat(shown).contains("Host: 127.0.0.1").contains("X-Forwarded-For: 52.1.2.3, 127.0.0.1");
    assertThat(get(outside.resolve("/api/v1/state"))).isEqualTo(404);
  }

  @Test
  void neverOpensTheAdminPort() throws Exception {
    assertThat(get(mistake.resolve("/api/v1/state"))).isEqualTo(403);
    assertThat(get(mistake.resolve("/"))).isEqualTo(403);
  }

  private String shown(String id) {
    try (Program show = Program.run(home, Map.of(), "show", id, "--data", home + "/data")) {
      assertThat(show.exitCode()).as(show.toString()).isZero();
      return String.join("\n", show.out());
    }
  }

  private int get(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .statusCode();
  }

  private boolean answers(URI address) {
    try {
      return get(address) > 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isInstalled(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
