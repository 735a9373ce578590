package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.LedgerSettings;

/**
 * The writer's side of the file: one transaction a batch. For one thread. After an exception it
 * must be thrown away: nobody knows what reached the disk.
 */
final class LedgerTables implements AutoCloseable {

  /** Stands for a piece of work that the batch left out. */
  static final long NOWHERE = 0;

  private static final String LAST =
      "SELECT max(ifnull((SELECT max(position) FROM delivery), 0),"
          + " ifnull((SELECT max(position) FROM judgement), 0))";

  private final Connection connection;
  private final Quarantine quarantine;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement insertDelivery;
  private final PreparedStatement insertOrigin;
  private final PreparedStatement insertJudgement;
  private final PreparedStatement findDelivery;
  private long last;
  private long syncNanos;

  LedgerTables(Connection connection, LedgerSettings settings) throws SQLException {
    this.connection = connection;
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    insertDelivery = connection.prepareStatement(Rows.INSERT_DELIVERY);
    insertOrigin = connection.prepareStatement(Rows.INSERT_ORIGIN);
    insertJudgement = connection.prepareStatement(Rows.INSERT_JUDGEMENT);
    findDelivery =
        connection.prepareStatement(
            "SELECT position, length(body) + length(headers), source FROM delivery WHERE id = ?");
    quarantine = new Quarantine(connection, settings);
    last = ask(LAST);
  }

  /** How long the last batch waited for the disk. */
  long syncNanos() {
    return syncNanos;
  }

  /** The greatest position that is taken. */
  long last() {
    return last;
  }

  /**
   * Keeps a batch in its order. When this returns, it survives a power cut.
   *
   * @return a position for each, or {@link #NOWHERE} for a delivery that is there already and for a
   *     judgement on one that is not
   */
  long[] keep(List<Ticket> batch) throws SQLException {
    begin.execute();
    long[] positions = new long[batch.size()];
    boolean judging = insertDeliveries(batch, positions);
    boolean crowding = fillQuarantine(batch, positions);
    if (judging) {
      judgeAgain(batch, positions);
    }
    if (crowding || judging) {
      quarantine.makeRoom();
    }
    long begun = System.nanoTime();
    commit.execute();
    syncNanos = System.nanoTime() - begun;
    last += batch.size();
    return positions;
  }

  /** Returns whether something else than deliveries is in the batch. */
  private boolean insertDeliveries(List<Ticket> batch, long[] positions) throws SQLException {
    int deliveries = 0;
    for (int i = 0; i < positions.length; i++) {
      positions[i] = last + 1 + i;
      if (batch.get(i).work instanceof Work.Keep keep) {
        Rows.bind(insertDelivery, positions[i], keep);
        insertDelivery.addBatch();
        deliveries++;
      }
    }
    if (deliveries > 0) {
      markRefused(batch, positions, insertDelivery.executeBatch());
      insertOrigins(batch, positions);
    }
    return deliveries < positions.length;
  }

  private void insertOrigins(List<Ticket> batch, long[] positions) throws SQLException {
    boolean any = false;
    for (int i = 0; i < positions.length; i++) {
      if (batch.get(i).work instanceof Work.Keep keep
          && positions[i] != NOWHERE
          && keep.judged.origin() != null) {
        Rows.bind(insertOrigin, positions[i], keep.judged.origin());
        insertOrigin.addBatch();
        any = true;
      }
    }
    if (any) {
      insertOrigin.executeBatch();
    }
  }

  private static void markRefused(List<Ticket> batch, long[] positions, int[] inserted) {
    int row = 0;
    for (int i = 0; i < positions.length; i++) {
      if (batch.get(i).work instanceof Work.Keep && inserted[row++] == 0) {
        positions[i] = NOWHERE;
      }
    }
  }

  private boolean fillQuarantine(List<Ticket> batch, long[] positions) throws SQLException {
    boolean any = false;
    for (int i = 0; i < positions.length; i++) {
      if (batch.get(i).isJunk() && positions[i] != NOWHERE) {
        quarantine.enter(positions[i], batch.get(i).work.bytes());
        any = true;
      }
    }
    return any;
  }

  private void judgeAgain(List<Ticket> batch, long[] positions) throws SQLException {
    for (int i = 0; i < positions.length; i++) {
      if (batch.get(i).work instanceof Work.Rejudge again && !judgeAgain(positions[i], again)) {
        positions[i] = NOWHERE;
      }
    }
  }

  private boolean judgeAgain(long position, Work.Rejudge again) throws SQLException {
    findDelivery.setString(1, again.delivery().text());
    try (ResultSet row = findDelivery.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      if (again.judgement().believable()) {
        quarantine.leave(row.getLong(1));
      } else if (!row.getString(3).equals(Source.IMPORT.word())) {
        quarantine.enter(row.getLong(1), row.getInt(2));
      }
    }
    Rows.bind(insertJudgement, position, again);
    insertJudgement.executeUpdate();
    return true;
  }

  /** Does a chore: all of it on disk when this returns, or nothing. */
  void run(Chore chore) throws SQLException {
    begin.execute();
    chore.in(connection, quarantine);
    commit.execute();
    chore.afterwards(connection);
  }

  /** The greatest position in the file. */
  static long newest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LAST)) {
      return row.getLong(1);
    }
  }

  /** A real sync of the disk that keeps nothing: writes what is there already. */
  void probe() throws SQLException {
    long version = ask("PRAGMA user_version");
    begin.execute();
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + version);
    }
    commit.execute();
  }

  /**
   * Moves the WAL into the file as far as readers allow.
   *
   * @param mode PASSIVE waits for nobody, TRUNCATE for all
   * @return the frames that are in the WAL and not yet in the file
   */
  long checkpoint(String mode) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
      return row.getInt(1) != 0 ? Long.MAX_VALUE : row.getLong(2) - row.getLong(3);
    }
  }

  private long ask(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
