package webhookinspector.handshakes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Delivery;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Verdict;

/**
 * Judges again what came while the secret was undecided: Asana's first heartbeat may overtake the
 * 201.
 */
final class Meanwhile {

  private static final int PAGE = 100;

  /** How far the clock may have been off between two runs. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final Registry registry;
  private final Ledger ledger;
  private final InstantSource clock;

  Meanwhile(Registry registry, Ledger ledger, InstantSource clock) {
    this.registry = registry;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The ledger's end. */
  Position now() {
    return ledger.last();
  }

  /**
   * @param inbox with its secrets as they are now
   * @param from where the window opened, or null when that was before this start
   */
  void judgeAgain(Inbox inbox, @Nullable Position from) {
    Position at = from != null ? from : seek(opened(inbox).minus(SLACK));
    for (List<Entry> page = page(at); !page.isEmpty(); page = page(at)) {
      for (Entry entry : page) {
        if (entry instanceof Entry.Kept kept && waits(kept.judged(), inbox)) {
          decide(kept.judged(), inbox);
        }
      }
      at = page.getLast().position();
    }
  }

  /** Closes the race between an append that waits for the disk and an election. */
  void judgeIfDecided(Judged judged) {
    registry
        .find(judged.inbox())
        .filter(inbox -> !inbox.secrets().open())
        .ifPresent(inbox -> decide(judged, inbox));
  }

  private void decide(Judged judged, Inbox inbox) {
    Delivery delivery = judged.delivery();
    Verdict verdict = inbox.secrets().judge(delivery.headers(), delivery.body());
    Judgement now = Judgement.of(verdict);
    boolean known =
        ledger.find(judged.id()).map(kept -> kept.judged().judgement().equals(now)).orElse(true);
    if (!known) {
      ledger.judgeAgain(judged.id(), now);
    }
  }

  private static boolean waits(Judged judged, Inbox inbox) {
    return judged.inbox().equals(inbox.name())
        && !judged.judgement().handshake()
        && judged.judgement().word().equals("nosecret");
  }

  private Instant opened(Inbox inbox) {
    return inbox.webhook() != null ? inbox.webhook().askedAt() : clock.instant().minus(SLACK);
  }

  /**
   * The last place before a moment; arrival times grow with positions but for jumps of the clock.
   */
  private Position seek(Instant moment) {
    long low = 0;
    long high = ledger.last().number();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (firstAfter(middle).isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new Position(low);
  }

  private Instant firstAfter(long number) {
    return page(new Position(number), 1).stream()
        .map(Meanwhile::time)
        .findFirst()
        .orElse(Instant.MAX);
  }

  private static Instant time(Entry entry) {
    return switch (entry) {
      case Entry.Kept kept -> kept.judged().delivery().receivedAt();
      case Entry.JudgedAgain again -> again.at();
    };
  }

  private List<Entry> page(Position after) {
    return page(after, PAGE);
  }

  private List<Entry> page(Position after, int limit) {
    try {
      return ledger.read(after, limit, Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
