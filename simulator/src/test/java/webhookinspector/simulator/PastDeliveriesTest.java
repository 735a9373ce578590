package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.event.Content;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Verdict;

class PastDeliveriesTest {

  private static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");
  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

  private static List<Body> bodies(long seed) {
    return PastDeliveries.of(seed, SECRET, START, 500).map(Delivery::body).toList();
  }

  @Test
  void areBelievableAndReadable() {
    assertThat(PastDeliveries.of(1, SECRET, START, 2_000))
        .allMatch(each -> Verdict.of(each.headers(), each.body(), SECRET).believable())
        .allMatch(each -> Content.of(each.body()) instanceof Content.Events)
        .isSortedAccordingTo(java.util.Comparator.comparing(Delivery::receivedAt));
  }

  @Test
  void repeatForTheSameSeed() {
    assertThat(bodies(3)).isEqualTo(bodies(3)).isNotEqualTo(bodies(4));
  }

  @Test
  @Timeout(60)
  void reachAMillionEventsInSeconds() {
    long start = System.nanoTime();
    long bytes =
        PastDeliveries.of(1, SECRET, START, 1_000_000).mapToLong(each -> each.body().size()).sum();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(
        "1,000,000 events, " + bytes / 1_000_000 + " MB: " + took.toMillis() + " ms");
    assertThat(bytes).isGreaterThan(200_000_000);
  }
}
