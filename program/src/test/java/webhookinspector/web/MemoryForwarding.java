package webhookinspector.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.forward.TargetStatus;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;

/** A {@link Forwarding} that sends nothing. */
public final class MemoryForwarding implements Forwarding {

  private static final DeliveryId DELIVERY = new DeliveryId("01J9ZZ00000000000000000001");

  private final List<TargetStatus> targets = new ArrayList<>();

  @Override
  public synchronized List<TargetStatus> targets() {
    return List.copyOf(targets);
  }

  @Override
  public synchronized TargetStatus add(String address, String filter, List<String> headers) {
    Instant later = Instant.EPOCH.plusSeconds(9);
    var target =
        new TargetStatus(
            targets.size() + 1,
            address,
            filter,
            true,
            List.of("X-Api-Key"),
            "down",
            "nothing listens",
            3,
            2,
            1,
            later);
    targets.add(target);
    return target;
  }

  @Override
  public synchronized void remove(long number) {
    targets.remove(find(number));
  }

  private TargetStatus find(long number) {
    return targets.stream()
        .filter(target -> target.number() == number)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("target: " + number + " (expected: one)", ""));
  }

  @Override
  public synchronized TargetStatus pause(long number, boolean paused) {
    TargetStatus old = find(number);
    String state = paused ? "paused" : "new";
    var now =
        new TargetStatus(
            old.number(), old.address(), old.filter(), true, List.of(), state, "", 3, 2, 1, null);
    targets.set(targets.indexOf(old), now);
    return now;
  }

  @Override
  public synchronized List<Letter> dead(long number, int limit) {
    Instant since = Instant.EPOCH.plusSeconds(7);
    return List.of(
        new Letter(
            find(number).number(),
            new Position(5),
            DELIVERY,
            10,
            since,
            since,
            true,
            "answered 500"));
  }

  @Override
  public synchronized List<Attempt> attempts(long number, int limit) {
    String address = find(number).address();
    return List.of(
        new Attempt(DELIVERY, address, Instant.EPOCH, 200, 7, null, Attempt.Source.FORWARD, "x"));
  }

  @Override
  public synchronized int retry(long number, @Nullable String idOrStart) {
    return idOrStart == null ? dead(number, 9).size() : 0;
  }
}
