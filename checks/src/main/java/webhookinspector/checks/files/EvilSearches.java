package webhookinspector.checks.files;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Questions that cost as much as a question may, asked four at a time through the admin port. */
final class EvilSearches {

  /** How many are asked. */
  static final int COUNT = 20;

  private static final int AT_ONCE = 4;

  /** Short words are in no index; what never meets in one event is looked for to the end. */
  private static final List<String> FILTERS =
      List.of(
          "\"zq\"",
          "\"7\" \"8\" \"9\" \"qx\"",
          "parent!=none resource=none",
          "(action=changed or action!=changed) \"xz\"",
          "\"größe\" or \"prüfen\" or \"nowhere to be found\"");

  private EvilSearches() {}

  /** Ends with how many were answered, be it that they cost too much. */
  static CompletableFuture<Integer> begin(int adminPort, Path data) throws IOException {
    String key = Files.readString(data.resolve("admin.key")).strip();
    var askers = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      askers.add(
          CompletableFuture.supplyAsync(() -> ask(adminPort, key), Thread.ofVirtual()::start));
    }
    return CompletableFuture.allOf(askers.toArray(CompletableFuture[]::new))
        .thenApply(_ -> askers.stream().mapToInt(CompletableFuture::join).sum());
  }

  private static int ask(int adminPort, String key) {
    int answered = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < COUNT / AT_ONCE; i++) {
        String filter = URLEncoder.encode(FILTERS.get(i % FILTERS.size()), StandardCharsets.UTF_8);
        URI url = URI.create("http://127.0.0.1:" + adminPort + "/api/v1/search?q=" + filter);
        HttpRequest request =
            HttpRequest.newBuilder(url).header("Authorization", "Bearer " + key).build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        answered += status == 200 || status == 409 || status == 422 ? 1 : 0;
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("a search got no answer", e);
    }
    return answered;
  }
}
