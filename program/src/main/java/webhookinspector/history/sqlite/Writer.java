package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.Folded;
import webhookinspector.history.History;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;

/** Puts lines into the tables. For one thread at a time. */
final class Writer {

  private final Connection connection;
  private final Sql sql;
  private final Shapes shapes;
  private final LineTables tables;
  private final Tellings tellings;
  private final Merging merging;
  private final NameRows names;

  Writer(Connection connection, Shapes shapes) throws SQLException {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.shapes = shapes;
    this.tables = new LineTables(sql, shapes);
    this.tellings = new Tellings(sql);
    this.merging = new Merging(tables, tellings);
    this.names = new NameRows(sql);
    shapes.load(sql);
  }

  long indexed() throws SQLException {
    try (ResultSet rows = sql.query("SELECT indexed FROM progress")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** All or nothing. */
  List<Optional<DeliveryLine>> add(List<Inspected> inspected, Position upTo) throws SQLException {
    var stored = new ArrayList<Optional<DeliveryLine>>(inspected.size());
    inTransaction(
        () -> {
          for (Inspected one : inspected) {
            stored.add(put(one));
          }
          trimQuarantine();
          tellings.forgetOld();
          shapes.save(sql);
          sql.run("UPDATE progress SET indexed = ?", upTo.number());
        });
    return stored;
  }

  void drop(List<String> ids) throws SQLException {
    inTransaction(
        () -> {
          for (String id : ids) {
            removeIfThere(id);
          }
          shapes.save(sql);
        });
  }

  void clear() throws SQLException {
    inTransaction(
        () -> {
          tables.clear();
          tellings.clear();
          names.clear();
          sql.run("UPDATE progress SET indexed = 0");
        });
    shapes.load(sql);
  }

  private interface Steps {
    void run() throws SQLException;
  }

  private void inTransaction(Steps steps) throws SQLException {
    connection.setAutoCommit(false);
    try {
      steps.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      shapes.load(sql);
      names.forget();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private Optional<DeliveryLine> put(Inspected inspected) throws SQLException {
    DeliveryLine line =
        Merging.keepingMarks(inspected.line(), removeIfThere(inspected.line().id()));
    if (LineTables.isRepeatable(line)) {
      line = line.repeating(first(line));
    }
    boolean believed = LineTables.isBelievable(line);
    names.put(inspected.named());
    Optional<DeliveryLine> stored = believed ? merging.merge(line) : Optional.of(line);
    if (stored.isPresent()) {
      tables.insert(stored.get(), Folded.of(inspected.text()));
      if (believed) {
        tellings.add(stored.get());
      }
    }
    return stored;
  }

  private @Nullable String first(DeliveryLine line) throws SQLException {
    try (ResultSet rows =
        sql.query(
            "SELECT id FROM deliveries WHERE sha256 = ? AND inbox = ? AND position < ?"
                + " ORDER BY position LIMIT 1",
            LineTables.hash(line),
            line.inbox(),
            line.position())) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private Optional<DeliveryLine> removeIfThere(String id) throws SQLException {
    OptionalLong at = tables.find(id);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    Optional<DeliveryLine> line = tables.line(at.getAsLong());
    if (line.isPresent()) {
      tellings.remove(line.get());
    }
    tables.remove(at.getAsLong());
    return line;
  }

  private void trimQuarantine() throws SQLException {
    var old = new ArrayList<Long>();
    try (ResultSet rows =
        sql.query(
            "SELECT position FROM deliveries WHERE spared = 0"
                + " ORDER BY position DESC LIMIT -1 OFFSET ?",
            History.QUARANTINE)) {
      while (rows.next()) {
        old.add(rows.getLong(1));
      }
    }
    for (long at : old) {
      tables.remove(at);
    }
  }
}
