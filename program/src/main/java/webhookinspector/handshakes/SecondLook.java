package webhookinspector.handshakes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import webhookinspector.delivery.Delivery;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Verdict;

/**
 * Judges the quarantine again. What was refused while an inbox had no secret, or the one of an old
 * backup, is Asana's word after all once the right one is back; Asana may have given up on it.
 */
public final class SecondLook {

  private final Registry registry;
  private final Ledger ledger;

  public SecondLook(Registry registry, Ledger ledger) {
    this.registry = registry;
    this.ledger = ledger;
  }

  /**
   * Looks at each delivery in the quarantine once.
   *
   * @return how many turned out to be authentic, by inbox
   */
  public Map<InboxName, Integer> take() {
    Map<InboxName, Integer> believed = new LinkedHashMap<>();
    for (DeliveryId id : ledger.quarantined()) {
      find(id).flatMap(this::believedNow).ifPresent(name -> believed.merge(name, 1, Integer::sum));
    }
    return believed;
  }

  private Optional<Judged> find(DeliveryId id) {
    try {
      return ledger.find(id).map(Entry.Kept::judged);
    } catch (Damaged e) {
      return Optional.empty(); // told of when somebody asks for it
    }
  }

  private Optional<InboxName> believedNow(Judged judged) {
    Delivery delivery = judged.delivery();
    Optional<Inbox> inbox =
        judged.judgement().handshake() ? Optional.empty() : registry.find(judged.inbox());
    if (inbox.isEmpty() || inbox.get().secrets().confirmed() == null) {
      return Optional.empty();
    }
    Verdict verdict = inbox.get().secrets().judge(delivery.headers(), delivery.body());
    if (!verdict.believable()) {
      return Optional.empty();
    }
    ledger.judgeAgain(judged.id(), Judgement.of(verdict));
    return Optional.of(judged.inbox());
  }
}
