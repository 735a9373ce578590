package webhookinspector.asana.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Calls;
import webhookinspector.delivery.Body;

/** One exchange with Asana. Knows nothing of retries or meanings. Safe for many threads. */
final class Transport {

  /** A page of 100 webhooks is about 100 kB. More than this is not Asana. */
  static final int MAX_BODY_BYTES = 8 << 20;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final URI base;
  private final InstantSource clock;
  private final Calls calls;
  private @Nullable HttpClient client;

  Transport(URI base, InstantSource clock, Calls calls) {
    this.base = base;
    this.clock = clock;
    this.calls = calls;
  }

  /** As {@link #send}, and tells of it. */
  Answer exchange(Call call, Token token)
      throws IOException, InterruptedException, TimeoutException {
    long begun = System.nanoTime();
    Instant before = clock.instant();
    int status = 0;
    try {
      Answer answer = send(call, token);
      status = answer.status();
      Instant after = clock.instant();
      answer.date().ifPresent(date -> calls.dated(date, before, after));
      return answer;
    } finally {
      calls.called(call.route(), status, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /**
   * Sends it and reads the whole answer.
   *
   * @throws TimeoutException when the answer is not whole in time; the exchange is aborted
   */
  private Answer send(Call call, Token token)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client()
            .sendAsync(
                request(call, token),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY_BYTES));
    try {
      // The client's own request timeout ends at the headers, and a body may drip for ever.
      HttpResponse<byte[]> response = pending.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), headers(response), Body.wrapping(response.body()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      pending.cancel(true);
    }
  }

  private HttpRequest request(Call call, Token token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + call.path()))
            .header("Authorization", token.authorization())
            .header("Accept", "application/json")
            .header("User-Agent", "webhook-inspector");
    if (call.body() == null) {
      return (call.method().equals("GET") ? request.GET() : request.DELETE()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(call.method(), BodyPublishers.ofString(call.body()))
        .build();
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    var first = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return first;
  }

  /** Made at the first call: a start without calls must not pay for it. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER) // whoever is redirected to gets the token
              .version(cleartext() ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
              .connectTimeout(CONNECT_TIMEOUT)
              .build();
    }
    return client;
  }

  private boolean cleartext() {
    return "http".equalsIgnoreCase(base.getScheme());
  }
}
