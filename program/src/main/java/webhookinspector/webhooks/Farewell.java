package webhookinspector.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import webhookinspector.inbox.Inbox;

/** Tidies several inboxes at once and within a time, for an Asana that hangs must not keep us. */
final class Farewell {

  private Farewell() {}

  /** One result for each inbox, in their order; what took too long is named with the next step. */
  static List<Tidied> within(
      Duration patience, List<Inbox> inboxes, Function<Inbox, Tidied> tidying) {
    List<Callable<Tidied>> work = new ArrayList<>();
    inboxes.forEach(inbox -> work.add(() -> tidying.apply(inbox)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Tidied>> results =
          threads.invokeAll(work, patience.toMillis(), TimeUnit.MILLISECONDS);
      var tidied = new ArrayList<Tidied>();
      for (int i = 0; i < results.size(); i++) {
        tidied.add(result(results.get(i), inboxes.get(i)));
      }
      return tidied;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return inboxes.stream().map(inbox -> left(inbox, "interrupted")).toList();
    }
  }

  private static Tidied result(Future<Tidied> future, Inbox inbox) throws InterruptedException {
    try {
      return future.get();
    } catch (CancellationException e) {
      return left(inbox, "Asana did not answer in time");
    } catch (ExecutionException e) {
      return left(inbox, String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
    }
  }

  private static Tidied left(Inbox inbox, String why) {
    return new Tidied(
        inbox.name(),
        false,
        "its webhook may still be at Asana: " + why + ". See: inspector webhooks list");
  }
}
