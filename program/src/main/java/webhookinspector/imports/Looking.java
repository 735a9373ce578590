package webhookinspector.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import webhookinspector.delivery.Delivery;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.ledger.Ledger;
import webhookinspector.trust.Secret;

/** The first look at a file: what is in it, and what of it is here already. Keeps nothing. */
final class Looking implements Taking {

  private final Ledger ledger;
  private final Limits limits;
  private final BitSet known = new BitSet();
  private final Map<DeliveryId, Integer> seen = new HashMap<>();
  private final List<String> passedOver = new ArrayList<>();
  private int deliveries;
  private int others;

  Looking(Ledger ledger, Limits limits) {
    this.ledger = ledger;
    this.limits = limits;
  }

  /** Of the deliveries in their order, those that need not be kept. */
  BitSet known() {
    return known;
  }

  int deliveries() {
    return deliveries;
  }

  List<String> passedOver() {
    int more = others - passedOver.size();
    return more == 0
        ? passedOver
        : java.util.stream.Stream.concat(
                passedOver.stream(), java.util.stream.Stream.of("and " + more + " more"))
            .toList();
  }

  @Override
  public void delivery(Claimed claimed) {
    count(claimed.where());
    Optional<Judged> here = ledger.find(claimed.id()).map(kept -> kept.judged());
    here.ifPresent(kept -> demandSame(claimed, kept.inbox(), kept.delivery()));
    Integer hash = fingerprint(claimed.inbox(), claimed.delivery());
    Integer before = seen.put(claimed.id(), hash);
    if (before != null && !before.equals(hash)) {
      throw other(claimed, "further up in this file");
    }
    known.set(deliveries - 1, here.isPresent() || before != null);
  }

  private void count(String where) {
    if (deliveries + others >= limits.deliveries()) {
      throw new Unreadable(
          where,
          "more than " + limits.deliveries() + " deliveries (expected: at most that)",
          "Import it in parts, or allow more with --most N.");
    }
    deliveries++;
  }

  /** Header values do not count: a file may hold less of them than is kept. */
  private static void demandSame(Claimed claimed, InboxName inbox, Delivery delivery) {
    if (fingerprint(claimed.inbox(), claimed.delivery()) != fingerprint(inbox, delivery)) {
      throw other(claimed, "here");
    }
  }

  private static int fingerprint(InboxName inbox, Delivery delivery) {
    return Objects.hash(inbox, delivery.receivedAt(), delivery.body().sha256());
  }

  private static Unreadable other(Claimed claimed, String place) {
    return new Unreadable(
        claimed.where(),
        "delivery "
            + claimed.id()
            + ": there is one of that id with other content "
            + place
            + " (expected: the same, or none)",
        "A redacted file belongs into a folder of its own: --data DIR.");
  }

  @Override
  public void throwAway(Secret secret) {
    // only of use once something is judged
  }

  @Override
  public void passOver(String what) {
    count(what);
    deliveries--;
    others++;
    if (passedOver.size() < ImportReport.MOST_PASSED_OVER) {
      passedOver.add(what);
    }
  }
}
