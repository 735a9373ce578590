package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import webhookinspector.faults.Fault;

class LocalAsanaTest {

  @Test
  void misbehavesFromTheStartAsItWasWished() throws Exception {
    var ended = new AtomicBoolean();
    var out = new StringWriter();
    var wish =
        new LocalAsana.Wish(0, 1, 0, false, null, List.of(Fault.parse("server-error,amount=503")));
    CompletableFuture<Integer> running =
        CompletableFuture.supplyAsync(() -> run(wish, out, Ending.ofThisProcess(ended::get)));
    await().until(() -> out.toString().contains("\n"));
    String ready = out.toString();
    String api = ready.replaceFirst("(?s).*\"api\":\"([^\"]+)\".*", "$1");

    try (var http = HttpClient.newHttpClient()) {
      var call =
          HttpRequest.newBuilder(URI.create(api + "/users/me"))
              .header("Authorization", "Bearer any")
              .build();
      assertThat(http.send(call, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(503);
    }
    ended.set(true);
    running.join();
  }

  private static int run(LocalAsana.Wish wish, StringWriter out, Ending ending) {
    try {
      return LocalAsana.run(wish, null, new PrintWriter(out, true), ending);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
