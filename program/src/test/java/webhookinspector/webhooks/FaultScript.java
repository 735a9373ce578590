package webhookinspector.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.faults.CallFault;
import webhookinspector.faults.Faults;

/** What goes wrong with the next create calls and with lists of webhooks. */
final class FaultScript implements Faults {

  private final ConcurrentLinkedQueue<CallFault> creations = new ConcurrentLinkedQueue<>();
  private final AtomicInteger creationsAsked = new AtomicInteger();
  private volatile Optional<CallFault> lists = Optional.empty();
  private volatile Runnable whenListed = () -> {};
  private volatile int turningPoint = Integer.MAX_VALUE;
  private volatile Runnable turn = () -> {};

  void nextCreations(CallFault... faults) {
    creations.addAll(List.of(faults));
  }

  void lists(CallFault fault) {
    lists = Optional.of(fault);
  }

  void listsWork() {
    lists = Optional.empty();
  }

  /** Something that happens whenever webhooks are listed. */
  void whenListed(Runnable action) {
    whenListed = action;
  }

  /** Something that happens when so many create calls have come. */
  void afterCreations(int count, Runnable action) {
    turn = action;
    turningPoint = count;
  }

  int creationsAsked() {
    return creationsAsked.get();
  }

  @Override
  public Optional<CallFault> onCall(String method, String path) {
    if (!path.endsWith("/webhooks")) {
      return Optional.empty();
    }
    if (method.equals("POST")) {
      if (creationsAsked.incrementAndGet() == turningPoint) {
        turn.run();
      }
      return Optional.ofNullable(creations.poll());
    }
    whenListed.run();
    return lists;
  }
}
