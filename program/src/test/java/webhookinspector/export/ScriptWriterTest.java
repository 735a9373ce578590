package webhookinspector.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.imports.Shelf;
import webhookinspector.inbox.Marking;

/** The scripts are run, by a real shell, against a real server. */
class ScriptWriterTest {

  private static final List<String> BODIES =
      List.of(
          "{\"events\":[]}",
          "it's $HOME `touch canary` $(touch canary) \\ \" ; touch canary #\n'\n'; touch canary '",
          "@/etc/hostname",
          "",
          "%s %d \\n -e -n",
          "\u001b]0;title\u0007",
          "x".repeat(300_000));

  @TempDir Path folder;

  @Test
  void sendsEachByteForByteAndRunsNothingElse() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    var received = Collections.synchronizedList(new ArrayList<Body>());
    var types = Collections.synchronizedList(new ArrayList<String>());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          received.add(Body.wrapping(exchange.getRequestBody().readAllBytes()));
          types.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
          exchange.sendResponseHeaders(200, -1);
        });
    server.start();
    try {
      String script = script(ExportFormat.CURL);
      run(script, "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    } finally {
      server.stop(0);
    }
    var sent = new ArrayList<Body>(BODIES.stream().map(Body::of).toList());
    sent.add(Body.of(new byte[] {0, 1, (byte) 0xff, '\n'}));
    assertThat(received).isEqualTo(sent);
    assertThat(types).containsOnly("text/x'y", "null");
    assertThat(folder.resolve("run")).as("nothing was touched").isEmptyDirectory();
  }

  private String script(ExportFormat format) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data-" + format));
    try (var shelf = new Shelf(data, 1).withInbox()) {
      for (String body : BODIES) {
        var headers =
            Headers.of(
                "Content-Type",
                "text/x'y",
                "User-Agent",
                "'; touch canary; '",
                "Accept",
                "@/etc/hostname");
        shelf.registry.mark(
            shelf.received(headers, Body.of(body)).id(), new Marking(false, "a\ntouch canary"));
      }
      shelf.received(new byte[] {0, 1, (byte) 0xff, '\n'});
      return shelf.exportText(format);
    }
  }

  private void run(String script, String target) throws Exception {
    Path file = Files.writeString(folder.resolve("script.sh"), script);
    Path work = Files.createDirectory(folder.resolve("run"));
    Process shell =
        new ProcessBuilder("sh", file.toString(), target)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8))
        .isEqualTo("200\n".repeat(BODIES.size() + 1));
  }

  @Test
  void namesNoFileInTheItemsOfHttpie() throws IOException {
    assertThat(script(ExportFormat.HTTPIE))
        .contains("'Accept:\\@/etc/hostname'", "http --print=h POST \"$target\"")
        .contains("# Its signature is withheld; --keep-signatures exports it.");
  }
}
