package webhookinspector.history.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.Arrivals;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.Happenings;
import webhookinspector.history.History;
import webhookinspector.history.Known;
import webhookinspector.history.Overview;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Timeline;
import webhookinspector.storage.sqlite.FreePages;

/**
 * A {@link History} in one SQLite file: one connection writes, a few read beside it. How it finds a
 * delivery among a million: docs/decisions.md.
 */
public final class SqliteHistory implements History {

  /** Given back to the disk at a time: a mebibyte. */
  private static final int PAGES = 256;

  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static final int MOST_COUNTED = 10_000;

  private final HistoryFile file;
  private final Connection connection;
  private final Shapes shapes = new Shapes();
  private final Writer writer;
  private final Readers readers;

  private SqliteHistory(HistoryFile file, Duration budget) throws SQLException {
    this.file = file;
    this.connection = file.openToWrite();
    this.writer = new Writer(connection, shapes);
    this.readers = new Readers(file, budget);
  }

  /**
   * Opens or creates it. One that is damaged or of another version is moved aside and starts empty,
   * for the indexer fills it again.
   *
   * @throws webhookinspector.history.HistoryTrouble if no file can be opened there at all
   */
  public static SqliteHistory open(Path file) {
    return open(file, BUDGET);
  }

  static SqliteHistory open(Path path, Duration budget) {
    var file = new HistoryFile(path);
    try {
      return new SqliteHistory(file, budget);
    } catch (SQLException e) {
      throw Trouble.of("open", file, e);
    }
  }

  @Override
  public synchronized Position indexed() {
    try {
      return new Position(writer.indexed());
    } catch (SQLException e) {
      throw Trouble.of("read", file, e);
    }
  }

  @Override
  public synchronized List<Optional<DeliveryLine>> add(List<Inspected> inspected, Position upTo) {
    try {
      return writer.add(inspected, upTo);
    } catch (SQLException e) {
      throw Trouble.of("write", file, e);
    }
  }

  @Override
  public List<DeliveryLine> list(Query query, int limit, int skip) {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to 10000)");
    }
    if (skip < 0) {
      throw new IllegalArgumentException("skip: " + skip + " (expected: 0 or more)");
    }
    return readers.read(
        from ->
            lines(
                from,
                skip > 0 && query.filter().equals(FilterExpression.ALL)
                    ? Skipping.all(from, query, limit, skip)
                    : Skipping.some(Search.newest(from, shapes, query, limit + skip), skip)));
  }

  @Override
  public List<String> ids(Query query, int limit) {
    return readers.read(
        from ->
            texts(
                from,
                "SELECT id FROM deliveries WHERE position IN (SELECT value FROM json_each(?))"
                    + " ORDER BY position",
                Search.newest(from, shapes, query, limit).toString()));
  }

  private static List<String> texts(Connection from, String command, Object... values)
      throws SQLException {
    var texts = new ArrayList<String>();
    try (PreparedStatement statement = from.prepareStatement(command)) {
      Sql.bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }

  @Override
  public List<Arrivals> arrivals(Query query, Instant begin, Duration step, int steps) {
    if (steps < 1 || steps > 1_000) {
      throw new IllegalArgumentException("steps: " + steps + " (expected: 1 to 1000)");
    }
    return readers.read(
        from ->
            ArrivalCounts.of(
                from,
                begin,
                step,
                steps,
                query.equals(Query.ALL) ? null : Search.newest(from, shapes, query, MOST_COUNTED)));
  }

  @Override
  public Overview overview(Query query) {
    return readers.read(
        from -> Overviews.of(from, shapes, Search.newest(from, shapes, query, Overview.MOST)));
  }

  @Override
  public long count(Query query) {
    return readers.read(from -> Search.count(from, shapes, query));
  }

  @Override
  public List<DeliveryLine> startingWith(String idPrefix, int limit) {
    return readers.read(
        from -> {
          String command =
              "SELECT line FROM lines WHERE position IN (SELECT position FROM deliveries"
                  + " WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?)"
                  + " ORDER BY position DESC";
          return lines(from, command, idPrefix, Bounds.end(idPrefix), limit);
        });
  }

  @Override
  public boolean believedBefore(DeliveryLine line) {
    return LineTables.isRepeatable(line)
        && readers.read(
            from -> {
              String command =
                  "SELECT 1 FROM deliveries WHERE sha256 = ? AND inbox = ? AND position < ?"
                      + " AND believable = 1 LIMIT 1";
              Object[] values = {
                HexFormat.of().parseHex(line.sha256()), line.inbox(), line.position()
              };
              try (PreparedStatement statement = from.prepareStatement(command)) {
                Sql.bind(statement, values);
                try (ResultSet rows = statement.executeQuery()) {
                  return rows.next();
                }
              }
            });
  }

  @Override
  public Happenings about(String gid, Timeline.@Nullable Place before, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to 1000)");
    }
    return readers.read(from -> new About(from, shapes, gid).page(before, limit));
  }

  @Override
  public List<Known> named(String part, int limit) {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to 100)");
    }
    return readers.read(from -> NamedThings.named(from, part, limit));
  }

  static List<DeliveryLine> lines(Connection from, Collection<Long> positions) throws SQLException {
    return lines(
        from,
        "SELECT line FROM lines WHERE position IN (SELECT value FROM json_each(?))"
            + " ORDER BY position",
        positions.toString());
  }

  private static List<DeliveryLine> lines(Connection from, String command, Object... values)
      throws SQLException {
    return texts(from, command, values).stream().map(LineJson::read).toList();
  }

  @Override
  public synchronized void drop(List<String> ids) {
    try {
      writer.drop(ids);
    } catch (SQLException e) {
      throw Trouble.of("write", file, e);
    }
  }

  @Override
  public synchronized boolean shrink() {
    try {
      boolean more = FreePages.giveBack(connection, PAGES);
      if (!more) {
        FreePages.emptyWal(connection, HistoryFile.PATIENCE);
      }
      return more;
    } catch (SQLException e) {
      throw Trouble.of("shrink", file, e);
    }
  }

  @Override
  public synchronized void clear() {
    try {
      writer.clear();
    } catch (SQLException e) {
      throw Trouble.of("clear", file, e);
    }
  }

  @Override
  public synchronized void close() {
    readers.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw Trouble.of("close", file, e);
    }
  }
}
