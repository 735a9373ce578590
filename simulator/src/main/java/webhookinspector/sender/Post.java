package webhookinspector.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import webhookinspector.faults.Faults;
import webhookinspector.faults.Parcel;
import webhookinspector.faults.Plan;
import webhookinspector.world.WorldClock;

/** Sends one parcel as the faults allow, and writes each sending into the journal. */
final class Post {

  private final WorldClock clock;
  private final Line line;
  private final Faults faults;
  private final Journal journal;
  private final SenderSettings settings;

  Post(WorldClock clock, Line line, Faults faults, Journal journal, SenderSettings settings) {
    this.clock = clock;
    this.line = line;
    this.faults = faults;
    this.journal = journal;
    this.settings = settings;
  }

  /**
   * What Asana means to send.
   *
   * @param because for the journal
   * @param events numbers of the events inside
   */
  record Order(Attempt.Kind kind, Parcel parcel, String because, List<Long> events) {}

  /**
   * What came of it.
   *
   * @param at when it was known, on the simulator's clock
   */
  record Outcome(Answer answer, boolean delivered, Instant at) {}

  /** Waits for the answer. */
  Outcome send(Order order) {
    Plan plan = faults.onDelivery(order.parcel());
    Outcome decided = null;
    for (Plan.Sending sending : plan.sendings()) {
      if (sending.after().isZero()) {
        Outcome outcome = sendOne(order, sending, plan);
        decided = decided == null && sending.decides() ? outcome : decided;
      } else {
        later(order, sending, plan);
      }
    }
    if (decided != null) {
      return decided;
    }
    boolean delivered = plan.belief() != Plan.Belief.FAILED;
    Answer answer = delivered ? new Answer.NotSent() : new Answer.Unreachable("connection refused");
    if (plan.sendings().isEmpty()) {
      write(order, order.parcel(), clock.instant(), plan, answer, delivered, Duration.ZERO);
    }
    return new Outcome(answer, delivered, clock.instant());
  }

  /** Something for a webhook that is gone, which nobody waits for. */
  void stray(Plan.Sending sending) {
    Attempt.Kind kind = Attempt.Kind.of(sending.parcel().kind());
    var order = new Order(kind, sending.parcel(), "the webhook is gone", List.of());
    later(order, sending, new Plan(List.of(sending), Plan.Belief.BY_ANSWER, "after-delete"));
  }

  /** A sending that Asana does not wait for. */
  private void later(Order order, Plan.Sending sending, Plan plan) {
    Instant when = clock.instant().plus(sending.after());
    clock.at(
        when,
        order.parcel().webhook(),
        () -> {
          WorldClock.Flight flight = clock.hold();
          Thread.ofVirtual()
              .name("delivery-later")
              .start(
                  () -> {
                    try (flight) {
                      sendOne(order, sending, plan);
                    }
                  });
        });
  }

  private Outcome sendOne(Order order, Plan.Sending sending, Plan plan) {
    Instant sentAt = clock.instant();
    long start = System.nanoTime();
    Parcel parcel = sending.parcel();
    Answer answer =
        line.post(
            parcel.target(),
            parcel.headers(),
            parcel.body(),
            sending.manner(),
            settings.answerTimeout());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean delivered =
        switch (plan.belief()) {
          case DELIVERED -> true;
          case FAILED -> false;
          case BY_ANSWER -> isSuccess(answer);
        };
    write(order, parcel, sentAt, plan, answer, delivered, took);
    Instant end =
        answer instanceof Answer.TimedOut ? sentAt.plus(settings.answerTimeout()) : sentAt;
    Instant now = clock.instant();
    return new Outcome(answer, delivered, end.isAfter(now) ? end : now);
  }

  private boolean isSuccess(Answer answer) {
    return answer instanceof Answer.Response(int status, _, _, _)
        && (status == 200
            || status == 204
            || (settings.acceptsAny2xx() && status >= 200 && status < 300));
  }

  private void write(
      Order order,
      Parcel parcel,
      Instant sentAt,
      Plan plan,
      Answer answer,
      boolean delivered,
      Duration took) {
    String webhook = parcel.webhook().isEmpty() ? null : parcel.webhook();
    boolean own = parcel.at().equals(order.parcel().at()); // else it was held back before
    journal.write(
        number ->
            new Attempt(
                number,
                webhook,
                Attempt.Kind.of(parcel.kind()),
                parcel.target(),
                order.because(),
                parcel.retry(),
                own ? order.events() : List.of(),
                sentAt,
                took,
                parcel.headers(),
                parcel.body(),
                answer,
                delivered,
                plan.name()));
  }
}
