package webhookinspector.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.delivery.Body;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Target;
import webhookinspector.feed.ReplayLine;
import webhookinspector.history.History;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.Outbox;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secret;

/** Sends kept deliveries to a target again: one and wait for it, or a set in the background. */
public final class Replayer implements AutoCloseable {

  /** As long as Asana waits for an answer (webhooks guide). */
  public static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Deliveries in one replay; ten megabytes of memory. */
  public static final int MOST = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);

  private final Files files;
  private final Supplier<Outbound> outbound;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Ticker ticker;
  private final Reporter reporter;
  private final DeliveryIds ids;
  private final Runs runs = new Runs();

  /** Where things are kept. */
  public record Files(Ledger ledger, History history, Registry registry, Outbox outbox) {}

  /**
   * @param outbound asked for each replay, since what it may reach can change
   * @param random a cryptographic generator outside tests: throw-away secrets come from it
   */
  public Replayer(
      Files files,
      Supplier<Outbound> outbound,
      InstantSource clock,
      RandomGenerator random,
      Ticker ticker,
      Reporter reporter) {
    this.files = files;
    this.outbound = outbound;
    this.clock = clock;
    this.random = random;
    this.ticker = ticker;
    this.reporter = reporter;
    this.ids = new DeliveryIds(clock, random);
  }

  /** Hears what happens; called by many threads, and must not take long. */
  public interface Reporter {

    /**
     * A copy was sent.
     *
     * @param replay the id of the set that it belongs to, or null
     */
    void sent(Sent sent, @Nullable String replay);

    /** A set goes on, or is over. */
    void progress(ReplayLine line);
  }

  /**
   * Sends one delivery and waits for the answer. Empty when there is no such delivery.
   *
   * @param edited the body to send instead, or null
   * @throws NotSent when it must not go there, or is a handshake
   * @throws CannotSign if it should be signed with a secret that is not here
   */
  public Optional<Sent> one(
      DeliveryId delivery, Target target, Signing signing, @Nullable Body edited) {
    Sending sending = sending(target, signing, thrownAway(signing));
    Optional<Sent> sent = sending.prepare(delivery, edited).map(sending::send);
    sent.ifPresent(
        one -> {
          Remembering.now(files.outbox, List.of(one.attempt()));
          reporter.sent(one, null);
        });
    return sent;
  }

  /**
   * Begins a replay of many.
   *
   * @param dryRun only to see what would be sent
   * @throws NotSent when nothing may be sent there
   * @throws IllegalArgumentException if these are too many
   * @throws IllegalStateException if too many replays are under way already
   */
  public Begun begin(Wanted wanted, Plan plan, boolean dryRun) {
    outbound
        .get()
        .objection(plan.target())
        .ifPresent(
            objection -> {
              throw new NotSent(objection);
            });
    Choice choice = new Choosing(files.history).of(wanted);
    var run = new Run(ids.next().text(), plan, choice, ticker, clock);
    Secret thrownAway = dryRun ? null : thrownAway(plan.signing());
    if (!dryRun) {
      Sending sending = sending(plan.target(), plan.signing(), thrownAway);
      runs.start(run, () -> go(run, sending));
    }
    return new Begun(run.line(), thrownAway);
  }

  private void go(Run run, Sending sending) {
    try (var remembering = Remembering.in(files.outbox)) {
      run.firstTimed().ifPresent(first -> rehearse(sending, first));
      Consumer<Sent> told =
          sent -> {
            remembering.later(sent.attempt());
            reporter.sent(sent, run.id());
          };
      run.go(
          delivery -> sending.prepare(delivery, null).map(ready -> () -> sending.send(ready)),
          told,
          reporter::progress);
    }
    reporter.progress(run.end());
  }

  /** What goes wrong here goes wrong again when it counts, and is told then. */
  private static void rehearse(Sending sending, DeliveryId first) {
    try {
      sending.rehearse(first);
    } catch (RuntimeException e) {
      LOG.debug("no rehearsal", e);
    }
  }

  private Sending sending(Target target, Signing signing, @Nullable Secret thrownAway) {
    var copier = new Copier(files.registry, signing, thrownAway);
    return new Sending(files.ledger, outbound.get(), clock, target, copier);
  }

  private @Nullable Secret thrownAway(Signing signing) {
    if (signing != Signing.THROW_AWAY) {
      return null;
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Secret.of(HexFormat.of().formatHex(bytes));
  }

  /** The last ones, those under way included, oldest first. */
  public List<ReplayLine> list() {
    return runs.list();
  }

  /** How one is going. */
  public Optional<ReplayLine> find(String id) {
    return runs.find(id).map(Run::line);
  }

  /** Nothing leaves any more; waits for what is on its way, as long as a target may take. */
  public Optional<ReplayLine> stop(String id) throws InterruptedException {
    Optional<Run> run = runs.find(id);
    if (run.isPresent()) {
      run.get().stop();
      run.get().awaitOver(DEADLINE.toMillis() + 1_000);
    }
    return run.map(Run::line);
  }

  @Override
  public void close() {
    runs.close();
  }
}
