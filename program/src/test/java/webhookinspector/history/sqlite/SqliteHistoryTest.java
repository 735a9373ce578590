package webhookinspector.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.FilterParser;
import webhookinspector.history.History;
import webhookinspector.history.HistoryContract;
import webhookinspector.history.HistoryTrouble;
import webhookinspector.history.Query;
import webhookinspector.history.SampleDeliveries;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.Inspected;

class SqliteHistoryTest extends HistoryContract {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("history.db");
  }

  @Override
  protected History open() {
    return SqliteHistory.open(file());
  }

  private static void add(History history, int count) {
    List<Inspected> some = new SampleDeliveries(1, 50).next(count);
    history.add(some, new Position(some.getLast().line().position()));
  }

  @Test
  void movesADamagedFileAsideAndStartsAnew() throws IOException {
    Path damaged = folder.resolve("damaged.db");
    Files.writeString(damaged, "this is no database".repeat(1_000));
    try (History history = SqliteHistory.open(damaged)) {
      assertThat(history.indexed()).isEqualTo(Position.START);
      add(history, 10);
      assertThat(history.count(Query.ALL)).isEqualTo(10);
    }
    assertThat(folder.resolve("damaged.db.aside-1")).exists();
  }

  @Test
  void movesAFileOfALaterVersionAsideAndStartsAnew() throws SQLException {
    Path later = folder.resolve("later.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + later);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE future (x)");
      statement.execute("PRAGMA user_version = 99");
    }
    try (History history = SqliteHistory.open(later)) {
      assertThat(history.list(Query.ALL, 10)).isEmpty();
    }
    assertThat(folder.resolve("later.db.aside-1")).exists();
  }

  @Test
  void saysWhenNoFileCanBeThere() {
    assertThatThrownBy(() -> SqliteHistory.open(folder.resolve("no/such/folder/history.db")))
        .isInstanceOf(HistoryTrouble.class)
        .hasMessageContaining("expected:");
  }

  @Test
  void stopsASearchThatTakesTooLong() {
    try (History history = SqliteHistory.open(folder.resolve("slow.db"), Duration.ofMillis(1))) {
      add(history, 2_000);
      Query slow = new Query(FilterParser.parse("zz user!=1", Instant.EPOCH), null, null);
      assertThatThrownBy(() -> history.count(slow))
          .isInstanceOf(HistoryTrouble.class)
          .hasMessageContaining("expected: a narrower filter");
    }
  }

  @Test
  void leavesNothingOfABatchThatFailed() {
    Path path = folder.resolve("half.db");
    try (History history = SqliteHistory.open(path)) {
      add(history, 20);
      Position before = history.indexed();
      List<Inspected> more = new SampleDeliveries(2, 50).next(20);
      Inspected broken = new Inspected(more.getFirst().line().judged("authentic", ""), "text");
      assertThatThrownBy(
              () ->
                  history.add(
                      List.of(at(more.get(1), 5_000), at(more.get(2), 5_000), broken),
                      new Position(9_000)))
          .isInstanceOf(HistoryTrouble.class);
      assertThat(history.indexed()).isEqualTo(before);
      assertThat(history.count(Query.ALL)).isEqualTo(20);
      Query any = new Query(FilterParser.parse("kind=events", Instant.EPOCH), null, null);
      long events = history.count(any);
      assertThat(history.list(any, 100)).hasSize((int) events);
    }
  }

  private static Inspected at(Inspected one, long position) {
    return SampleDeliveries.copy(one.line(), one.line().id(), position, "board");
  }
}
