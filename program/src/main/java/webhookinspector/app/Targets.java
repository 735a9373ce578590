package webhookinspector.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.forward.Forwarder;
import webhookinspector.forward.OwnHeaders;
import webhookinspector.forward.TargetStatus;
import webhookinspector.forward.Wanted;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Outbox;
import webhookinspector.web.Forwarding;
import webhookinspector.web.Refusal;

/** Targets as the admin port offers them. */
record Targets(Forwarder forwarder, Outbox outbox, KeptDeliveries kept) implements Forwarding {

  @Override
  public List<TargetStatus> targets() {
    return forwarder.targets();
  }

  @Override
  public TargetStatus add(String address, String filter, List<String> headers) {
    if (address.startsWith(Wanted.EXEC)) { // whoever has the key shall not have the machine
      throw Refusal.badInput(
          "target: a command (expected: an http or https address)",
          "Commands are named where the receiver is started: --exec.");
    }
    return forwarder.add(new Wanted(address, filter, OwnHeaders.parse(headers)));
  }

  @Override
  public void remove(long number) {
    if (!forwarder.remove(number)) {
      throw unknown(number);
    }
  }

  @Override
  public TargetStatus pause(long number, boolean paused) {
    return known(forwarder.pause(number, paused), number);
  }

  @Override
  public List<Letter> dead(long number, int limit) {
    return known(forwarder.dead(number, limit), number);
  }

  @Override
  public List<Attempt> attempts(long number, int limit) {
    TargetStatus target = known(find(number), number);
    return outbox.attemptsAt(target.address(), limit);
  }

  @Override
  public int retry(long number, @Nullable String idOrStart) {
    DeliveryId delivery =
        idOrStart == null ? null : new DeliveryId(kept.find(idOrStart).line().id());
    return known(forwarder.retry(number, delivery), number);
  }

  private Optional<TargetStatus> find(long number) {
    return forwarder.targets().stream().filter(t -> t.number() == number).findFirst();
  }

  private static <T> T known(Optional<T> found, long number) {
    return found.orElseThrow(() -> unknown(number));
  }

  private static Refusal unknown(long number) {
    return Refusal.notFound(
        "target: " + number + " (expected: the number of one)",
        "`inspector forward list` shows them.");
  }
}
