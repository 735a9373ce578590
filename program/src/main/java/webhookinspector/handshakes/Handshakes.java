package webhookinspector.handshakes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.Alert;
import webhookinspector.registry.NotSaved;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/**
 * Who may give an inbox its secret. A window is open while a create call is, or for one minute when
 * the operator armed the inbox; what is offered then is a candidate, on disk before it is echoed;
 * the secret in the authenticated 201 elects one. Safe for many threads; one lock an inbox.
 */
public final class Handshakes {

  /**
   * No window stays open longer, whatever becomes of the create call; Asana gives up on a handshake
   * after about 10 s (webhooks guide).
   */
  public static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);

  private final Registry registry;
  private final InstantSource clock;
  private final Strangers strangers;
  private final Meanwhile meanwhile;
  private final Map<InboxName, Window> windows = new ConcurrentHashMap<>();
  private final Map<InboxName, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * @param from the ledger's end when it opened
   * @param timer ends an armed window, or null while a create call decides
   */
  private record Window(Instant until, Position from, @Nullable Thread timer) {}

  /**
   * @param alerts told about strangers, at most once a minute an inbox; must return at once
   */
  public Handshakes(Registry registry, Ledger ledger, Consumer<Alert> alerts, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    this.strangers = new Strangers(alerts, clock);
    this.meanwhile = new Meanwhile(registry, ledger, clock);
  }

  /**
   * A create call for this inbox is about to begin. It is on disk when this returns, so that a
   * crash in the middle leaves a trace; see {@link #unfinished}.
   *
   * @throws IllegalStateException if the inbox is unknown or has its secret already
   * @throws NotSaved then the call must not be made
   */
  public void open(InboxName name) {
    locked(name, () -> begin(name, LONGEST_WINDOW, null));
  }

  /**
   * The operator expects a handshake that no create call of ours announces. When the time is over,
   * or at {@link #settle}, the only candidate is elected; of several, none.
   *
   * @param length at most {@link #LONGEST_WINDOW}
   * @throws IllegalStateException as {@link #open}
   */
  public void arm(InboxName name, Duration length) {
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "arm for: "
              + length.toSeconds()
              + " s (expected: 1 to "
              + LONGEST_WINDOW.toSeconds()
              + " s)");
    }
    Thread timer = Thread.ofVirtual().name("arm-" + name).unstarted(() -> endAfter(name, length));
    locked(name, () -> begin(name, length, timer));
    timer.start();
  }

  private Inbox begin(InboxName name, Duration length, @Nullable Thread timer) {
    Inbox inbox = known(name);
    if (inbox.secrets().confirmed() != null) {
      throw new IllegalStateException(
          "inbox: " + name + " has its secret for good (expected: a new inbox for a new webhook)");
    }
    Window window = new Window(clock.instant().plus(length), meanwhile.now(), timer);
    registry.save(inbox.with(inbox.secrets().closed().opened()));
    forget(name);
    windows.put(name, window);
    return inbox;
  }

  private void endAfter(InboxName name, Duration length) {
    try {
      Thread.sleep(length);
      settle(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // settled by hand, or the program ends
    } catch (NotSaved | NotKept | IllegalStateException e) {
      strangers.alert(
          name, "arming-failed", "the armed minute could not be ended: " + e.getMessage());
    }
  }

  /** Whether a handshake for this inbox would be looked at right now. */
  public boolean isOpen(InboxName name) {
    Window window = windows.get(name);
    return window != null && clock.instant().isBefore(window.until);
  }

  /**
   * The handshake rule. A new candidate is on disk when this returns; a refusal is an alert.
   *
   * @throws NotSaved then nothing may be echoed
   */
  public Handshake offer(Inbox inbox, Secret offered) {
    Handshake handshake =
        isOpen(inbox.name())
            ? locked(inbox.name(), () -> consider(inbox.name(), offered))
            : registry.find(inbox.name()).orElse(inbox).secrets().closed().judge(offered);
    if (handshake instanceof Handshake.Refused refused) {
      strangers.refused(inbox.name(), refused);
    }
    return handshake;
  }

  private Handshake consider(InboxName name, Secret offered) {
    Optional<Inbox> found = registry.find(name);
    if (found.isEmpty()) {
      return new Handshake.Refused("this inbox is no more");
    }
    Secrets secrets = found.get().secrets();
    Handshake handshake = (isOpen(name) ? secrets : secrets.closed()).judge(offered);
    if (handshake instanceof Handshake.Pending(Secret candidate, boolean isNew) && isNew) {
      try {
        registry.save(found.get().with(secrets.with(candidate)));
      } catch (IllegalStateException e) {
        return new Handshake.Refused("another inbox knows that secret");
      }
    }
    return handshake;
  }

  /**
   * The create call has answered: the secret in its authenticated 201 is the one. Deliveries that
   * came meanwhile are judged again.
   *
   * @return whether Asana's own handshake had reached us; if not, somebody stands between
   * @throws IllegalStateException if the inbox is unknown or has another secret already
   * @throws NotSaved then the inbox has no secret yet
   */
  public boolean elect(InboxName name, Secret fromThe201) {
    return locked(
        name,
        () -> {
          Inbox inbox = known(name);
          Secrets before = inbox.secrets();
          if (before.confirmed() != null && !before.confirmed().equals(fromThe201)) {
            throw new IllegalStateException(
                "inbox: " + name + " has another secret for good (expected: a new inbox)");
          }
          conclude(inbox, before.elect(fromThe201));
          strangers.lost(name, before.losers(fromThe201));
          return before.confirmed() != null || before.candidates().contains(fromThe201);
        });
  }

  /**
   * Elects the only candidate, where no 201 can tell: an armed inbox, or a webhook that Asana's
   * authenticated list shows although its create call never answered. Of several, none is elected.
   *
   * @return the inbox's secret, or empty when there was no candidate or more than one; the window
   *     is closed either way
   */
  public Optional<Secret> settle(InboxName name) {
    return locked(
        name,
        () -> {
          Inbox inbox = known(name);
          Secrets secrets = inbox.secrets();
          if (secrets.confirmed() == null && secrets.candidates().size() == 1) {
            conclude(inbox, secrets.elect(secrets.candidates().getFirst()));
          } else {
            conclude(inbox, secrets.closed());
            strangers.undecided(name, secrets.candidates());
          }
          return registry.find(name).map(Inbox::secrets).map(Secrets::confirmed);
        });
  }

  /** The create call failed: the window closes, whatever was offered is worthless. */
  public void close(InboxName name) {
    locked(
        name,
        () -> {
          registry.find(name).ifPresent(inbox -> conclude(inbox, inbox.secrets().closed()));
          forget(name);
          return name;
        });
  }

  private void conclude(Inbox inbox, Secrets after) {
    if (inbox.secrets().confirmed() == null) {
      registry.save(inbox.with(after));
    }
    Window window = forget(inbox.name());
    if (!inbox.secrets().candidates().isEmpty()) {
      meanwhile.judgeAgain(inbox.with(after), window == null ? null : window.from);
    }
  }

  /**
   * To be told of a delivery that was kept because a candidate had signed it: if the election was
   * faster than the disk, it is judged again at once.
   */
  public void keptForTheElection(Judged judged) {
    meanwhile.judgeIfDecided(judged);
  }

  /**
   * Inboxes whose window was open when the program last ended, candidates included. Nothing is
   * accepted for them until {@link #settle}, {@link #close} or {@link #open} decides: ask Asana's
   * list whether the webhook exists. One without a webhook was armed by hand.
   */
  public List<Inbox> unfinished() {
    return registry.inboxes().stream()
        .filter(inbox -> inbox.secrets().open() && !windows.containsKey(inbox.name()))
        .toList();
  }

  /** Ends the timers of armed inboxes; what they would have decided, the next start decides. */
  public void stop() {
    windows.keySet().forEach(this::forget);
  }

  private @Nullable Window forget(InboxName name) {
    Window window = windows.remove(name);
    if (window != null && window.timer != null && window.timer != Thread.currentThread()) {
      window.timer.interrupt();
    }
    return window;
  }

  private Inbox known(InboxName name) {
    return registry
        .find(name)
        .orElseThrow(
            () -> new IllegalStateException("inbox: " + name + " (expected: a known one)"));
  }

  private <T> T locked(InboxName name, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(name, n -> new ReentrantLock());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
