package webhookinspector.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import webhookinspector.delivery.Delivery;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.Stamp;
import webhookinspector.trust.Secret;

/** The first look at a file: what is in it, and what of it is here already. Keeps nothing. */
final class Looking implements Taking {

  /** Asking for one at a time would take longer than reading the file. */
  private static final int BATCH = 500;

  private record Place(String where, int number, int fingerprint) {}

  private final Ledger ledger;
  private final Limits limits;
  private final BitSet known = new BitSet();
  private final Map<DeliveryId, Integer> seen = new HashMap<>();
  private final Map<DeliveryId, Place> asked = new LinkedHashMap<>();
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
    Place place = new Place(claimed.where(), deliveries - 1, fingerprint(claimed));
    Integer before = seen.put(claimed.id(), place.fingerprint());
    if (before != null && before != place.fingerprint()) {
      throw other(claimed.where(), claimed.id(), "further up in this file");
    }
    if (before != null) {
      known.set(place.number());
      return;
    }
    asked.put(claimed.id(), place);
    if (asked.size() == BATCH) {
      ask();
    }
  }

  /** Asks for what was seen since the last time; at the end of the file once more. */
  void ask() {
    for (Stamp here : ledger.stamps(List.copyOf(asked.keySet()))) {
      Place place = Objects.requireNonNull(asked.get(here.id()));
      if (place.fingerprint() != fingerprint(here.inbox(), here.receivedAt(), here.sha256())) {
        throw other(place.where(), here.id(), "here");
      }
      known.set(place.number());
    }
    asked.clear();
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

  private static int fingerprint(Claimed claimed) {
    Delivery delivery = claimed.delivery();
    return fingerprint(claimed.inbox(), delivery.receivedAt(), delivery.body().sha256());
  }

  /** Header values do not count: a file may hold less of them than is kept. */
  private static int fingerprint(InboxName inbox, Instant receivedAt, String sha256) {
    return Objects.hash(inbox, receivedAt, sha256);
  }

  private static Unreadable other(String where, DeliveryId id, String place) {
    return new Unreadable(
        where,
        "delivery "
            + id
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
