package webhookinspector.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.NotKept;
import webhookinspector.ledger.Samples;

@ExtendWith(Quiet.class)
class SqliteLedgerFaultsTest {

  private static final LedgerSettings IMPATIENT =
      new LedgerSettings(100, 10_000_000, 1_000, 20_000_000, Duration.ofMillis(300));

  @TempDir Path folder;
  private final Samples samples = new Samples(1);
  private SqliteLedger ledger;

  @BeforeEach
  void open() {
    ledger = SqliteLedger.open(file(), IMPATIENT, InstantSource.system());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void refusesWithinItsPatienceWhileAnotherProgramWritesAndGoesOnByItself() throws Exception {
    Judged kept = samples.believed(10);
    ledger.append(kept);
    try (Connection other = other()) {
      execute(other, "BEGIN IMMEDIATE");
      long start = System.nanoTime();
      assertThatExceptionOfType(NotKept.class)
          .isThrownBy(() -> ledger.append(samples.believed(10)))
          .withMessageContaining("locked by another program");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(ledger.health().trouble().orElseThrow()).contains("locked");
      refusesAtOnce();
      assertThat(ledger.find(kept.id())).isPresent();
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> ledger.health().well());
    assertThat(ledger.append(samples.believed(10))).isNotNull();
  }

  private void refusesAtOnce() {
    long start = System.nanoTime();
    assertThatExceptionOfType(NotKept.class).isThrownBy(() -> ledger.append(samples.believed(10)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(150));
  }

  @Test
  void neverHandsOutBytesThatAreNotTheOnesThatCame() throws Exception {
    Judged first = samples.believed(100);
    Judged damaged = samples.believed(100);
    Judged last = samples.believed(100);
    ledger.append(first);
    ledger.append(damaged);
    ledger.append(last);
    ledger.close();
    try (Connection other = other()) {
      execute(other, "UPDATE delivery SET body = zeroblob(100) WHERE id = '" + damaged.id() + "'");
    }
    open();
    assertThatExceptionOfType(Damaged.class)
        .isThrownBy(() -> ledger.find(damaged.id()))
        .withMessageContaining(damaged.id().text());
    assertThat(ledger.read(Position.START, 10, Duration.ZERO))
        .extracting(entry -> ((Entry.Kept) entry).judged())
        .containsExactly(first, last);
    assertThat(ledger.read(Position.START, 1, Duration.ZERO)).hasSize(1);
    assertThat(ledger.read(new Position(1), 1, Duration.ZERO))
        .extracting(entry -> ((Entry.Kept) entry).judged())
        .containsExactly(last);
  }

  @Test
  void neverGivesOutTheNewestPositionTwiceEvenIfItWasJunk() throws Exception {
    var tiny = new LedgerSettings(100, 10_000_000, 1, 1, Duration.ofSeconds(1));
    ledger.close();
    ledger = SqliteLedger.open(file(), tiny, InstantSource.system());
    ledger.append(samples.believed(1));
    ledger.quarantine(samples.junk(100));
    ledger.quarantine(samples.junk(100));
    await().until(() -> ledger.last().number() == 3);
    ledger.close();
    ledger = SqliteLedger.open(file(), tiny, InstantSource.system());
    assertThat(ledger.append(samples.believed(1))).isEqualTo(new Position(4));
  }

  @Test
  void staysSmallUnderAFloodOfJunkAndKeepsWhatIsBelieved() throws Exception {
    Judged believed = samples.believed(1_000);
    ledger.append(believed);
    for (int i = 0; i < 6_000; i++) {
      ledger.quarantine(samples.junk(10_000));
    }
    ledger.append(samples.believed(1));
    assertThat(ledger.find(believed.id())).isPresent();
    assertThat(folder.resolve("ledger.db").toFile().length()).isLessThan(50_000_000);
    assertThat(ledger.health().kept() + ledger.health().notQueued()).isEqualTo(6_002);
  }

  @Test
  void movesTheWalThatACrashLeftAlthoughItWritesLittleItself() throws Exception {
    for (int i = 0; i < 70; i++) {
      ledger.append(samples.believed(100_000));
    }
    Path crashed = Files.createDirectory(folder.resolve("crashed"));
    Files.copy(file(), crashed.resolve("ledger.db"));
    Files.copy(folder.resolve("ledger.db-wal"), crashed.resolve("ledger.db-wal"));
    assertThat(crashed.resolve("ledger.db").toFile().length()).isLessThan(1_000_000);
    try (var again =
        SqliteLedger.open(crashed.resolve("ledger.db"), IMPATIENT, InstantSource.system())) {
      for (int i = 0; i < 10; i++) {
        again.append(samples.believed(100_000));
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(crashed.resolve("ledger.db").toFile().length())
                      .isGreaterThan(7_000_000));
    }
  }

  @Test
  void followsFromAnyPlaceAlthoughMemoryHoldsOnlyTheNewest() throws Exception {
    for (int i = 0; i < 30; i++) {
      ledger.append(samples.believed(400_000));
    }
    Position at = Position.START;
    int seen = 0;
    for (List<Entry> page = ledger.read(at, 10_000, Duration.ZERO);
        !page.isEmpty();
        page = ledger.read(at, 10_000, Duration.ZERO)) {
      assertThat(page).hasSizeLessThanOrEqualTo(21);
      seen += page.size();
      at = page.getLast().position();
    }
    assertThat(seen).isEqualTo(30);
  }

  private Path file() {
    return folder.resolve("ledger.db");
  }

  private Connection other() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
