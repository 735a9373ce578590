package webhookinspector.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;

/** One account in which something of everything stands. */
final class MemoryReconciling implements Reconciling {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  @Override
  public List<Account> reconcile(@Nullable String webhook, Duration since, @Nullable Duration lag) {
    Ref task = new Ref("1200", "task", "default_task", "Fix login");
    var told = new Item(NOON, "Ann renamed task “Fix login”", task, "01J9ZQ0000000000000000ABCD");
    var untold = new Item(NOON, "task “Fix login” changed", task, null);
    var gap = new Gap("g", NOON, "stream-expired", null, null, NOON, null, "asleep");
    return List.of(
        new Account(
            webhook == null ? "12" : webhook,
            "build-board",
            new Ref("1100", "project", null, "Build board"),
            NOON.minus(since),
            lag == null ? NOON : NOON.minus(lag),
            312,
            4,
            List.of(told),
            List.of(told, untold),
            List.of(untold),
            List.of(gap),
            List.of("the events stream could not be asked"),
            false));
  }
}
