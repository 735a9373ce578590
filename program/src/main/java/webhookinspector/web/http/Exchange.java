package webhookinspector.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminReader;
import webhookinspector.web.Refusal;

/** One call of the admin port and its answer; whatever is not an answer is a {@link Refusal}. */
final class Exchange implements AutoCloseable {

  private static final String API = "/api/v1";

  /** Where everybody looks for them, outside the API. */
  private static final String METRICS = "/metrics";

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofHours(1);

  private final HttpClient client;
  private final URI address;
  private final AdminKey key;
  private final Duration slowest;

  /**
   * @param slowest until the last byte of an answer
   */
  Exchange(HttpClient client, URI address, AdminKey key, Duration slowest) {
    this.client = client;
    this.address = address;
    this.key = key;
    this.slowest = slowest;
  }

  String get(String path) {
    return send("GET", path, "");
  }

  /** The answer's text. */
  String send(String method, String path, String json) {
    return send(method, path, json, slowest);
  }

  /** The same for what may take as long as it takes. */
  String patient(String method, String path, String json) {
    return send(method, path, json, AS_LONG_AS_IT_TAKES);
  }

  private String send(String method, String path, String json, Duration patience) {
    var request = request(path).method(method, BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    var answer = client.sendAsync(request.build(), BodyHandlers.ofString());
    HttpResponse<String> response = await(answer, patience);
    if (response.statusCode() / 100 != 2) {
      throw refusal(response.statusCode(), response.body());
    }
    return response.body();
  }

  /** The feed's bytes, from behind a position; the caller closes them. */
  InputStream feed(String path, @Nullable Long after) throws IOException, InterruptedException {
    var request = request(path).header("Accept", "text/event-stream");
    if (after != null) {
      request.header("Last-Event-ID", Long.toString(after));
    }
    var response = client.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      try (InputStream body = response.body()) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw refusal(response.statusCode(), text);
      }
    }
    return response.body();
  }

  /**
   * Sends a file; the answer's text. It may take as long as it takes.
   *
   * @param secret goes in a header, which nobody logs, or null
   */
  String upload(String path, InputStream content, @Nullable String secret) {
    var request =
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofInputStream(() -> content));
    if (secret != null) {
      request.header("X-Import-Secret", secret);
    }
    HttpResponse<String> answer =
        await(client.sendAsync(request.build(), BodyHandlers.ofString()), AS_LONG_AS_IT_TAKES);
    if (answer.statusCode() != 200) {
      throw refusal(answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  /** A file, as it comes; whoever asked closes it. */
  HttpResponse<InputStream> download(String path) throws IOException {
    HttpResponse<InputStream> answer =
        await(client.sendAsync(request(path).build(), BodyHandlers.ofInputStream()));
    if (answer.statusCode() != 200) {
      try (InputStream body = answer.body()) {
        throw refusal(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    String full = path.equals(METRICS) ? METRICS : API + path;
    return HttpRequest.newBuilder(URI.create(address + full))
        .header("Authorization", "Bearer " + key.reveal());
  }

  /** The client's own timeout stops at the headers, so the whole exchange has one. */
  private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer) {
    return await(answer, slowest);
  }

  private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new Refusal(
          Refusal.Code.HOLDER_UNREACHABLE,
          "admin port: " + address + " did not answer within " + patience.toSeconds() + " s",
          "What was asked may have happened; look with `inspector list` or `webhooks list`.");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private Refusal unreachable(Throwable cause) {
    return new Refusal(
        Refusal.Code.HOLDER_UNREACHABLE,
        "admin port: " + address + " cannot be reached: " + Cause.words(cause),
        "Is the process that holds the data folder still running? Try again.");
  }

  private Refusal refusal(int status, String body) {
    Refusal refusal = AdminReader.refusal(body);
    return refusal != null
        ? refusal
        : new Refusal(
            Refusal.Code.HOLDER_UNREACHABLE,
            "admin port: " + address + " answered " + status + " (expected: our own admin port)",
            "Something else listens there; restart the process that holds the data folder.");
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
