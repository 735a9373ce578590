package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import webhookinspector.sender.Attempt;
import webhookinspector.sender.SenderSettings;
import webhookinspector.subscription.Webhook;

/**
 * Thirty days with forty outages: what no test with a real account can wait for. The clock is
 * stepped, so it goes as fast as its deliveries: two months in a minute are 86,400 times real time.
 */
class SimulatedMonthTest {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofHours(24);

  private record Outage(Instant from, Instant to, boolean closed) {}

  /**
   * What a month left behind.
   *
   * @param records of the webhook, each hour, or "gone"
   * @param created gids in the order of creation
   */
  private record Month(List<Attempt> attempts, List<String> records, List<String> created) {

    List<String> script() {
      return attempts.stream()
          .map(
              a ->
                  a.number()
                      + a.sentAt().toString()
                      + a.headers()
                      + a.body().text()
                      + a.answer().summary())
          .toList();
    }
  }

  /** 36 short ones, 4 of more than a day; at least an hour between two of them. */
  private static List<Outage> outages(long seed) {
    var random = new SplittableRandom(seed);
    var outages = new ArrayList<Outage>();
    Instant at = START.plus(Duration.ofHours(2));
    for (int i = 0; i < 40; i++) {
      long minutes =
          i % 10 == 5 ? random.nextInt(25 * 60, 30 * 60) : 1 + random.nextInt(1, 10 * 60);
      outages.add(new Outage(at, at.plus(Duration.ofMinutes(minutes)), i % 3 == 0));
      at = at.plus(Duration.ofMinutes(minutes + random.nextInt(60, 240)));
    }
    return outages;
  }

  /** Hourly, as an operator would: what does Asana say, and is a new webhook needed? */
  private static final class Operator {
    final Simulator simulator;
    final Receiver receiver;
    final Asana asana;
    final List<String> records = new ArrayList<>();
    final List<String> created = new ArrayList<>();

    Operator(Simulator simulator, Receiver receiver, Asana asana) {
      this.simulator = simulator;
      this.receiver = receiver;
      this.asana = asana;
      create();
      look(START.plus(Duration.ofMinutes(30)));
    }

    void create() {
      Asana.Answer answer = asana.createWebhook(simulator.project(), receiver.target());
      if (answer.status() == 201) {
        created.add(answer.text("gid"));
      }
    }

    void look(Instant at) {
      simulator.at(
          at,
          () -> {
            Asana.Answer answer = asana.get("/webhooks/" + created.getLast());
            records.add(answer.status() == 404 ? "gone" : answer.data().toString());
            if (answer.status() == 404) {
              create();
            }
            look(at.plus(Duration.ofHours(1)));
          });
    }
  }

  private static Month live(long seed) {
    var settings =
        SimulatorSettings.DEFAULTS.stoppedAt(START).withSeed(seed).withJournalSize(1_000_000);
    try (var simulator = Simulator.start(settings);
        var receiver = new Receiver();
        var asana = new Asana(simulator)) {
      for (Outage outage : outages(seed)) {
        simulator.at(outage.from(), outage.closed() ? receiver::down : () -> receiver.answers(503));
        simulator.at(outage.to(), outage.closed() ? receiver::up : () -> receiver.answers(200));
      }
      var operator = new Operator(simulator, receiver, asana);
      simulator.team().work(1.0 / 600);
      simulator.advance(MONTH);
      for (Webhook webhook : simulator.webhooks()) {
        assertThat(webhook.target()).isEqualTo(receiver.target());
      }
      return new Month(simulator.attempts(), operator.records, operator.created);
    }
  }

  @Test
  @Timeout(60)
  void passesTheSameWayTwice() {
    Month month = live(7);

    checkDelivery(month);
    checkHealth(month);
    assertThat(month.created())
        .as("one webhook and one after each long outage")
        .hasSizeBetween(4, 5);
    assertThat(month.records()).hasSizeBetween(715, 720).contains("gone");
    assertThat(month.attempts().size()).isGreaterThan(1_500);
    assertThat(outages(7).getLast().to()).isBefore(START.plus(MONTH));

    Month again = live(7);
    assertThat(again.records().stream().map(SimulatedMonthTest::withoutPort).toList())
        .isEqualTo(month.records().stream().map(SimulatedMonthTest::withoutPort).toList());
    assertThat(again.script()).isEqualTo(month.script());
  }

  private static String withoutPort(String record) {
    return record.replaceAll("127.0.0.1:[0-9]+", "receiver");
  }

  /** Each event arrives once and in order; lost is only what waited when a webhook was deleted. */
  private static void checkDelivery(Month month) {
    for (String gid : month.created()) {
      List<Long> arrived =
          of(month, gid).stream()
              .filter(Attempt::delivered)
              .flatMap(attempt -> attempt.events().stream())
              .toList();
      assertThat(arrived).isSorted().doesNotHaveDuplicates();
      for (int i = 1; i < arrived.size(); i++) {
        assertThat(arrived.get(i)).isEqualTo(arrived.get(i - 1) + 1);
      }
    }
  }

  private static List<Attempt> of(Month month, String gid) {
    return month.attempts().stream().filter(attempt -> gid.equals(attempt.webhook())).toList();
  }

  /** Waits grow as set; success or deletion within a day; heartbeats fill the quiet hours. */
  private static void checkHealth(Month month) {
    SenderSettings settings = SenderSettings.DEFAULTS;
    for (String gid : month.created()) {
      List<Attempt> attempts = of(month, gid);
      int failures = 0;
      Instant firstFailure = Instant.MAX;
      for (int i = 1; i < attempts.size(); i++) {
        Attempt before = attempts.get(i - 1);
        Duration wait = Duration.between(before.sentAt(), attempts.get(i).sentAt());
        failures = before.delivered() ? 0 : failures + 1;
        firstFailure = failures == 1 ? before.sentAt() : firstFailure;
        if (failures == 0) {
          assertThat(wait).isLessThanOrEqualTo(settings.heartbeatEvery());
        } else {
          assertThat(wait).isEqualTo(settings.backOffAfter(failures));
          assertThat(attempts.get(i).sentAt()).isBefore(firstFailure.plus(DAY));
          assertThat(attempts.get(i).retry()).isEqualTo(failures);
        }
      }
      if (!gid.equals(month.created().getLast())) {
        assertThat(Duration.between(firstFailure, attempts.getLast().sentAt()))
            .isBetween(DAY.minusHours(1), DAY);
      }
    }
  }
}
