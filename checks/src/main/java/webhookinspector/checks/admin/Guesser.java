package webhookinspector.checks.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries wrong keys at an even pace.
 *
 * @param sent how many
 * @param lookedAt those that were told that they are wrong; the others were told to wait
 * @param let in although they were wrong
 */
record Guesser(int sent, int lookedAt, int let) {

  private static final int GUESSERS = 8;

  static Guesser run(AdminPort admin, int guesses, int seconds) {
    var next = new AtomicInteger();
    var lookedAt = new AtomicInteger();
    var let = new AtomicInteger();
    long start = System.nanoTime();
    var all = new ArrayList<CompletableFuture<Void>>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < GUESSERS; i++) {
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int n = next.getAndIncrement(); n < guesses; n = next.getAndIncrement()) {
                    waitUntil(start + (long) n * seconds * 1_000_000_000L / guesses);
                    int status = guess(client, admin, n);
                    lookedAt.addAndGet(status == 401 ? 1 : 0);
                    let.addAndGet(status == 401 || status == 429 ? 0 : 1);
                  }
                },
                Thread.ofVirtual()::start));
      }
      all.forEach(CompletableFuture::join);
    }
    return new Guesser(guesses, lookedAt.get(), let.get());
  }

  private static void waitUntil(long due) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int guess(HttpClient client, AdminPort admin, int number) {
    var request =
        HttpRequest.newBuilder(URI.create(admin.address() + "/api/v1/state"))
            .header("Authorization", "Bearer guess" + number)
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
