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

  void nextCreations(CallFault... faults) {
    creations.addAll(List.of(faults));
  }

  void lists(CallFault fault) {
    lists = Optional.of(fault);
  }

  void listsWork() {
    lists = Optional.empty();
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
      creationsAsked.incrementAndGet();
      return Optional.ofNullable(creations.poll());
    }
    return lists;
  }
}
