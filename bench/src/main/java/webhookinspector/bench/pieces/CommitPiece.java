package webhookinspector.bench.pieces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/** Keeping 64 deliveries with one sync, beside SQLite with as many bytes and one column. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CommitPiece {

  private static final int MANY = 64;

  private final byte[] bytes = new byte[Sample.BODY.size() + 400]; // with its headers
  private final DeliveryIds ids = new DeliveryIds(InstantSource.system(), new Random(1));
  private final SqliteLedger ledger;
  private final Connection bare;
  private final PreparedStatement insert;

  /** Files of its own, on the disk of the folder for temporary ones. */
  public CommitPiece() {
    try {
      Path folder = Files.createTempDirectory("commit");
      ledger =
          SqliteLedger.open(
              folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system());
      bare = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
      insert = prepared(bare);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB)");
    }
    connection.setAutoCommit(false);
    return connection.prepareStatement("INSERT INTO bare VALUES (NULL, ?)");
  }

  /** Hashed, encoded, on disk. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public List<Position> ledger() {
    var some = new ArrayList<Judged>(MANY);
    for (int i = 0; i < MANY; i++) {
      some.add(Sample.judged(ids.next()));
    }
    return ledger.appendAll(some);
  }

  /** The least that a durable row costs. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public void baselineRows() throws SQLException {
    for (int i = 0; i < MANY; i++) {
      insert.setBytes(1, bytes);
      insert.addBatch();
    }
    insert.executeBatch();
    bare.commit();
  }

  /** Closes both. */
  @TearDown
  public void close() throws SQLException {
    ledger.close();
    bare.close();
  }
}
