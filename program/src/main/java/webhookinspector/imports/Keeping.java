package webhookinspector.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secret;

/**
 * The second look at a file: keeps what is not here yet, a few hundred at a time, while the next
 * are read.
 */
final class Keeping implements Taking {

  /** Few enough that whoever is received meanwhile hardly waits. */
  private static final int BATCH = 500;

  private static final int BATCH_BYTES = 2_000_000;

  private final Ledger ledger;
  private final Registry registry;
  private final Believing believing;
  private final BitSet known;
  private final boolean believeThrowAway;
  private final List<Judged> batch = new ArrayList<>();
  private final Map<DeliveryId, Marking> markings = new HashMap<>();
  private @Nullable FutureTask<Integer> writing;
  private int bytes;
  private int number;
  private long kept;
  private long authentic;

  Keeping(
      Ledger ledger,
      Registry registry,
      Believing believing,
      BitSet known,
      boolean believeThrowAway) {
    this.ledger = ledger;
    this.registry = registry;
    this.believing = believing;
    this.known = known;
    this.believeThrowAway = believeThrowAway;
  }

  long kept() {
    return kept;
  }

  long authentic() {
    return authentic;
  }

  @Override
  public void delivery(Claimed claimed) {
    if (known.get(number++)) {
      return;
    }
    Judgement judgement = believing.judge(claimed);
    authentic += judgement.believable() ? 1 : 0;
    batch.add(
        new Judged(
            claimed.id(),
            claimed.inbox(),
            Source.IMPORT,
            claimed.delivery(),
            judgement,
            claimed.answer(),
            claimed.origin()));
    if (!claimed.marking().equals(Marking.NONE)) {
      markings.put(claimed.id(), claimed.marking());
    }
    bytes += claimed.delivery().body().size();
    if (batch.size() >= BATCH || bytes >= BATCH_BYTES) {
      flush();
    }
  }

  /** Hands what was gathered to a thread that writes it, once the batch before is kept. */
  private void flush() {
    settle();
    List<Judged> all = List.copyOf(batch);
    Map<DeliveryId, Marking> marked = Map.copyOf(markings);
    writing = new FutureTask<>(() -> write(all, marked));
    Thread.ofVirtual().name("import").start(writing);
    batch.clear();
    markings.clear();
    bytes = 0;
  }

  /** Markings go first, so that each delivery comes into the history with its own. */
  private int write(List<Judged> all, Map<DeliveryId, Marking> marked) {
    registry.mark(marked);
    return ledger.appendAll(all).size();
  }

  /** Waits for the batch that is being written. */
  private void settle() {
    FutureTask<Integer> before = writing;
    writing = null;
    boolean interrupted = false;
    while (before != null) {
      try {
        kept += before.get();
        before = null;
      } catch (InterruptedException e) {
        interrupted = true; // whether it is kept is known only afterwards
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** At the end of the file. */
  void finish() {
    flush();
    settle();
  }

  @Override
  public void throwAway(Secret secret) {
    if (believeThrowAway) {
      believing.believe(secret);
    }
  }

  @Override
  public void passOver(String what) {
    // was counted at the first look
  }
}
