package webhookinspector.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.egress.Target;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.ReplayLine;
import webhookinspector.history.FilterParser;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.replay.Begun;
import webhookinspector.replay.CannotSign;
import webhookinspector.replay.Mixing;
import webhookinspector.replay.NotSent;
import webhookinspector.replay.Plan;
import webhookinspector.replay.Replayer;
import webhookinspector.replay.Sent;
import webhookinspector.replay.Signing;
import webhookinspector.replay.Spacing;
import webhookinspector.replay.Ticker;
import webhookinspector.replay.Wanted;
import webhookinspector.trust.Secret;
import webhookinspector.web.BegunReplay;
import webhookinspector.web.Edit;
import webhookinspector.web.NewReplay;
import webhookinspector.web.Refusal;
import webhookinspector.web.Replaying;
import webhookinspector.web.SentAgain;

/** Replays as the admin port offers them. */
final class Replays implements Replaying, AutoCloseable {

  /** A filter asks the history, which may be behind what has been acknowledged. */
  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Core core;
  private final KeptDeliveries kept;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Replayer replayer;

  Replays(Core core, KeptDeliveries kept, InstantSource clock) {
    this.core = core;
    this.kept = kept;
    this.clock = clock;
    var files = new Replayer.Files(core.ledger(), core.history(), core.registry(), core.outbox());
    this.replayer =
        new Replayer(
            files, core.wayOut()::outbound, clock, random, Ticker.SYSTEM, reporter(core.feed()));
  }

  private static Replayer.Reporter reporter(Feed feed) {
    return new Replayer.Reporter() {
      @Override
      public void sent(Sent sent, @Nullable String replay) {
        feed.tell(AttemptLine.of(sent.attempt(), replay));
      }

      @Override
      public void progress(ReplayLine line) {
        feed.tell(new Line.OfReplay(line));
      }
    };
  }

  @Override
  public SentAgain send(String idOrStart, String address, Edit edit) {
    String name = edit.sign();
    Signing signing = name == null && edit.body() != null ? Signing.OWN : signing(name);
    Target target = target(address);
    var delivery = new DeliveryId(kept.find(idOrStart).line().id());
    Sent sent =
        refusing(() -> replayer.one(delivery, target, signing, edit.body()))
            .orElseThrow(
                () -> Refusal.notFound("delivery: " + delivery + " (expected: a kept one)", ""));
    Secret secret = sent.signedWith();
    return new SentAgain(
        AttemptLine.of(sent.attempt()),
        secret == null ? null : secret.fingerprint(),
        secret == null || signing != Signing.THROW_AWAY ? null : secret.reveal());
  }

  @Override
  public BegunReplay begin(NewReplay wanted) {
    Begun begun = refusing(() -> replayer.begin(chosen(wanted), plan(wanted), wanted.dryRun()));
    Secret secret = begun.thrownAway();
    return new BegunReplay(begun.line(), secret == null ? null : secret.reveal());
  }

  private Wanted chosen(NewReplay wanted) {
    String filter = wanted.filter();
    if (filter != null) {
      awaitHistory();
      return new Wanted.Matching(FilterParser.parse(filter, clock.instant()));
    }
    var lines = new ArrayList<DeliveryLine>();
    wanted.deliveries().forEach(name -> lines.add(kept.line(name)));
    return new Wanted.Named(lines);
  }

  private void awaitHistory() {
    try {
      if (core.catchUp(CATCH_UP)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.notPossibleNow(
        "history: behind the deliveries that were kept (expected: caught up)",
        "Try again in a moment; `inspector history rebuild` makes it anew should it stay behind.");
  }

  private Plan plan(NewReplay wanted) {
    Double speed = wanted.speed();
    Long seed = wanted.seed();
    boolean random = wanted.shuffle() || wanted.jitterMillis() != 0;
    long drawn = random ? this.random.nextInt(1_000_000) : 0;
    return new Plan(
        target(wanted.target()),
        speed == null ? Spacing.NONE : new Spacing(speed),
        new Mixing(
            wanted.shuffle(),
            Duration.ofMillis(wanted.jitterMillis()),
            seed == null ? drawn : seed),
        wanted.concurrency(),
        signing(wanted.sign()));
  }

  @Override
  public List<ReplayLine> list() {
    return replayer.list();
  }

  @Override
  public ReplayLine find(String id) {
    return known(replayer.find(id), id);
  }

  @Override
  public ReplayLine stop(String id) {
    try {
      return known(replayer.stop(id), id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.notPossibleNow("interrupted while the replay was ending", "");
    }
  }

  private static ReplayLine known(Optional<ReplayLine> line, String id) {
    return line.orElseThrow(
        () -> Refusal.notFound("replay: " + id + " (expected: one since the holder began)", ""));
  }

  private static Signing signing(@Nullable String word) {
    return word == null
        ? Signing.AS_IT_CAME
        : Signing.of(word)
            .orElseThrow(
                () ->
                    Refusal.badInput(
                        "sign: " + word + " (expected: as-it-came, own or throw-away)", ""));
  }

  private static Target target(String address) {
    return refusing(() -> Target.parse(address));
  }

  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (NotSent e) {
      throw Refusal.badInput("target: " + e.getMessage(), "");
    } catch (IllegalArgumentException | CannotSign e) {
      String[] lines = String.valueOf(e.getMessage()).split("\\n", 2);
      throw Refusal.badInput(lines[0], lines.length > 1 ? lines[1] : "");
    } catch (IllegalStateException e) {
      throw Refusal.notPossibleNow(String.valueOf(e.getMessage()), "Stop one, or wait.");
    }
  }

  @Override
  public void close() {
    replayer.close();
  }
}
