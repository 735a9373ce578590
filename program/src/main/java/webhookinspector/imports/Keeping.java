package webhookinspector.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secret;

/** The second look at a file: keeps what is not here yet, a few hundred at a time. */
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

  /** Markings go first, so that each delivery comes into the history with its own. */
  void flush() {
    registry.mark(markings);
    kept += ledger.appendAll(batch).size();
    batch.clear();
    markings.clear();
    bytes = 0;
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
