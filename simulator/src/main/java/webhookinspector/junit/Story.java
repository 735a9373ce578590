package webhookinspector.junit;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.sender.Answer;
import webhookinspector.sender.Attempt;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Webhook;
import webhookinspector.world.Times;

/** What was done, what was sent and what came back, in one order, and what is left at the end. */
record Story(Simulator simulator, SimulatorSettings settings, Diary diary) {

  private static final int MOST_ATTEMPTS = 200;

  String text() {
    List<Attempt> all = simulator.attempts();
    List<Attempt> told = all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size());
    var lines = new StringBuilder("what happened at the local Asana:");
    add(lines, "seed " + settings.seed() + ", now " + Times.text(simulator.now()) + speed());
    if (told.size() < all.size()) {
      add(lines, "(" + (all.size() - told.size()) + " earlier attempts are left out)");
    }
    merge(lines, told.iterator(), diary.entries());
    addWebhooks(lines);
    return Masked.of(lines.toString(), all, settings.token());
  }

  private String speed() {
    return settings.clockSpeed() == 0 ? ", a clock that stands still until it is advanced" : "";
  }

  private static void merge(
      StringBuilder lines, Iterator<Attempt> attempts, List<Diary.Entry> entries) {
    Attempt next = nextOf(attempts);
    for (Diary.Entry entry : entries) {
      while (next != null && next.number() <= entry.attempts()) {
        add(lines, attempt(next));
        next = nextOf(attempts);
      }
      add(lines, time(entry.at()) + entry.text());
    }
    while (next != null) {
      add(lines, attempt(next));
      next = nextOf(attempts);
    }
  }

  private static @Nullable Attempt nextOf(Iterator<Attempt> attempts) {
    return attempts.hasNext() ? attempts.next() : null;
  }

  private static String attempt(Attempt attempt) {
    String what = attempt.kind() == Attempt.Kind.EVENTS ? events(attempt) : attempt.kind().word();
    return "%s  %s attempt %d: %s to %s (%s%s) -> %s in %d ms%s"
        .formatted(
            time(attempt.sentAt()).strip(),
            attempt.delivered() ? "ok" : "!!",
            attempt.number(),
            what,
            attempt.target(),
            attempt.because(),
            attempt.fault() == null ? "" : ", fault: " + attempt.fault(),
            answer(attempt),
            attempt.took().toMillis(),
            attempt.delivered() ? "" : ", not delivered");
  }

  private static String events(Attempt attempt) {
    return Words.count(attempt.events().size(), "event") + " " + Words.summary(attempt.body());
  }

  /** A success speaks for itself; what a receiver said beside a failure is half the diagnosis. */
  private static String answer(Attempt attempt) {
    return switch (attempt.answer()) {
      case Answer.Response(_, _, _, Body body) when !attempt.delivered() && body.size() > 0 ->
          attempt.answer().summary() + " \"" + Sentences.shortened(body) + "\"";
      case Answer other -> other.summary();
    };
  }

  private void addWebhooks(StringBuilder lines) {
    List<Webhook> webhooks = simulator.webhooks();
    add(lines, "at the end: " + Words.count(webhooks.size(), "webhook") + waiting());
    webhooks.forEach(webhook -> add(lines, webhook(webhook)));
  }

  private String waiting() {
    int waiting = simulator.waiting();
    return waiting == 0 ? "" : ", " + Words.count(waiting, "event") + " waiting for delivery";
  }

  private static String webhook(Webhook webhook) {
    Instant deletion = webhook.failureDeletionTimestamp();
    Instant next = webhook.nextAttemptAfter();
    return "webhook %s on %s to %s: %s"
        .formatted(
            webhook.gid(),
            Sentences.word(webhook.resource()),
            webhook.target(),
            deletion == null
                ? "healthy"
                : "failing, "
                    + Words.count(webhook.deliveryRetryCount(), "retry")
                    + (next == null ? "" : ", next attempt " + Times.text(next))
                    + ", deletion "
                    + Times.text(deletion));
  }

  private static String time(Instant at) {
    return Times.text(at) + "  ";
  }

  private static void add(StringBuilder lines, String line) {
    lines.append("\n  ").append(Words.visible(line));
  }
}
