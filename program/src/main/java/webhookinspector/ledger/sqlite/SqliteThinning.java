package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Extent;
import webhookinspector.ledger.Stored;
import webhookinspector.ledger.Thinning;
import webhookinspector.storage.sqlite.FreePages;
import webhookinspector.storage.sqlite.Nanos;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/**
 * Changes go through the writer's line; each look has a connection of its own, for it is seldom.
 */
final class SqliteThinning implements Thinning {

  private final SqliteFile file;
  private final Duration patience;
  private final InstantSource clock;
  private final Consumer<Chore> writer;

  /**
   * @param patience with locks
   * @param writer does a chore and returns once it is on disk
   */
  SqliteThinning(SqliteFile file, Duration patience, InstantSource clock, Consumer<Chore> writer) {
    this.file = file;
    this.patience = patience;
    this.clock = clock;
    this.writer = writer;
  }

  private interface Look<T> {
    T at(Connection connection) throws SQLException;
  }

  private <T> T look(Look<T> look) {
    try (Connection connection = file.openToRead()) {
      return look.at(connection);
    } catch (SQLException e) {
      throw new Damaged("cannot read " + Trouble.with(file.path(), e), e);
    }
  }

  @Override
  public Extent extent() {
    return look(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      "SELECT (SELECT count(*) FROM delivery) - count(*), ifnull(sum(bytes), 0)"
                          + " FROM quarantine")) {
            row.next();
            long used = FreePages.usedBytes(connection);
            return new Extent(row.getLong(1), Math.max(0, used - row.getLong(2)));
          }
        });
  }

  @Override
  public List<Stored> stored(Position after, int limit) {
    return look(
        connection -> {
          var stored = new ArrayList<Stored>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT d.position, id, ifnull(imported_at, received_at),"
                      + " length(body) + length(headers), q.position"
                      + " FROM delivery d LEFT JOIN quarantine q USING (position)"
                      + " WHERE d.position > ? ORDER BY d.position LIMIT ?")) {
            select.setLong(1, after.number());
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                stored.add(stored(row));
              }
            }
          }
          return stored;
        });
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new Position(row.getLong(1)),
        new DeliveryId(row.getString(2)),
        Nanos.toInstant(row.getLong(3)),
        row.getLong(4),
        row.getObject(5) != null);
  }

  @Override
  public Dropped drop(List<DeliveryId> deliveries, String because) {
    var chore = new DropChore(deliveries, because, clock.instant());
    writer.accept(chore);
    return chore.dropped();
  }

  @Override
  public List<Dropped> dropped() {
    return look(
        connection -> {
          var dropped = new ArrayList<Dropped>();
          try (var statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      "SELECT at, because, first, last, deliveries, bytes FROM dropped"
                          + " ORDER BY number")) {
            while (row.next()) {
              dropped.add(
                  new Dropped(
                      Nanos.toInstant(row.getLong(1)),
                      row.getString(2),
                      Nanos.toInstant(row.getLong(3)),
                      Nanos.toInstant(row.getLong(4)),
                      row.getLong(5),
                      row.getLong(6)));
            }
          }
          return dropped;
        });
  }

  @Override
  public void spare(DeliveryId delivery, boolean spared) {
    writer.accept(new SpareChore(delivery, spared));
  }

  @Override
  public boolean shrink() {
    var chore = new ShrinkChore(patience);
    writer.accept(chore);
    return chore.more();
  }
}
