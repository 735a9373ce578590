package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.Progress;
import webhookinspector.outbox.sqlite.SqliteOutbox;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;

/** A ledger whose end was cut off, as the next command finds it. */
class LostTailTest {

  /** Handshake, heartbeat and tasks: seven entries. */
  private static final int TASKS = 5;

  @TempDir Path home;

  private Path data() {
    return home.resolve("data");
  }

  private void list() {
    Typed list = Typed.line("list", "--data", data().toString());
    assertThat(list.exit()).as(list.err()).isZero();
  }

  private void cutOffBehind(long position) throws Exception {
    try (var ledger = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("ledger.db"));
        var statement = ledger.createStatement()) {
      statement.execute("DELETE FROM delivery WHERE position > " + position);
    }
  }

  private List<Gap> gaps() {
    try (Registry registry = SqliteRegistry.open(data().resolve("registry.db"))) {
      return registry.gaps(10);
    }
  }

  private List<Alert> alerts() {
    try (Registry registry = SqliteRegistry.open(data().resolve("registry.db"))) {
      return registry.alerts(10);
    }
  }

  @Test
  void isToldWithItsWindowOnce() throws Exception {
    Filled.folder(data(), TASKS);
    list();
    assertThat(gaps()).isEmpty();
    cutOffBehind(4);
    list();
    list();
    assertThat(gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.topic()).isEqualTo("ledger-cut");
              assertThat(gap.from()).isBefore(gap.to());
              assertThat(gap.cause())
                  .startsWith("3 deliveries that had been kept before this start are gone")
                  .endsWith("ends at position 4, but once went to 7");
            });
    assertThat(alerts())
        .filteredOn(alert -> alert.topic().equals("ledger-cut"))
        .singleElement()
        .matches(alert -> alert.level() == Level.CRITICAL)
        .matches(alert -> alert.message().contains("inspector restore"));
  }

  @Test
  void leavesNoTargetWaitingForPlacesThatAreGivenOutAgain() throws Exception {
    Filled.folder(data(), TASKS);
    list();
    var gone = new DeliveryId("01J9ZZZZZZZZZZZZZZZZZZZZZZ");
    try (Outbox outbox = SqliteOutbox.open(data().resolve("outbox.db"))) {
      KeptTarget target =
          outbox.save(KeptTarget.fresh("http://127.0.0.1:9/", "", true, new Position(7)));
      Letter letter = Letter.fresh(target.number(), new Position(6), gone);
      outbox.advance(new Progress(List.of(), List.of(letter), List.of(), Map.of()));
    }
    cutOffBehind(4);
    list();
    try (Outbox outbox = SqliteOutbox.open(data().resolve("outbox.db"))) {
      KeptTarget target = outbox.targets().getFirst();
      assertThat(target.position()).isEqualTo(new Position(4));
      assertThat(outbox.waiting(target.number())).isEmpty();
    }
  }
}
