package webhookinspector.outbox.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Rest;
import webhookinspector.storage.SecretsKey;

/** Targets to rows and back, inside the caller's transaction. */
record TargetRows(Connection connection, SecretsKey key) {

  List<KeptTarget> all() throws SQLException {
    var targets = new ArrayList<KeptTarget>();
    try (PreparedStatement select = prepare("SELECT * FROM target ORDER BY number");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        targets.add(
            new KeptTarget(
                row.getLong("number"),
                row.getString("address"),
                row.getString("filter"),
                row.getInt("saved") != 0,
                row.getInt("paused") != 0,
                new Position(row.getLong("position")),
                rests(row.getLong("number")),
                headers(row)));
      }
    }
    return targets;
  }

  private Headers headers(ResultSet row) throws SQLException {
    String kept = row.getString("headers");
    boolean sealed = row.getInt("sealed") != 0;
    String text = sealed ? key.open(kept, place(row.getString("address"))) : kept;
    return new Headers(
        text.lines()
            .map(line -> line.split(": ", 2))
            .map(parts -> new Header(parts[0], parts[1]))
            .toList());
  }

  private static String text(Headers headers) {
    return headers.lines().stream()
        .map(line -> line.name() + ": " + line.value() + "\n")
        .collect(Collectors.joining());
  }

  private List<Rest> rests(long target) throws SQLException {
    var rests = new ArrayList<Rest>();
    try (PreparedStatement select =
        prepare("SELECT start, stop FROM rest WHERE target = ? ORDER BY start")) {
      select.setLong(1, target);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          var start = new Position(row.getLong(1));
          long stop = row.getLong(2);
          rests.add(new Rest(start, row.wasNull() ? null : new Position(stop)));
        }
      }
    }
    return rests;
  }

  /** Whether all headers are sealed under the key that seals now. */
  boolean areSealed() throws SQLException {
    try (PreparedStatement select =
            prepare(
                "SELECT address, headers, sealed FROM target WHERE sealed = 1 OR headers != ''");
        ResultSet row = select.executeQuery()) {
      boolean sealed = true;
      while (sealed && row.next()) {
        String place = place(row.getString(1));
        sealed = row.getInt(3) != 0 && key.isCurrent(row.getString(2), place);
      }
      return sealed;
    }
  }

  /** Sealed headers that were moved to another target do not open there. */
  private static String place(String address) {
    return "headers of target " + address;
  }

  Set<Long> numbers() throws SQLException {
    var numbers = new LinkedHashSet<Long>();
    try (PreparedStatement select = prepare("SELECT number FROM target");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  KeptTarget save(KeptTarget target) throws SQLException {
    try (PreparedStatement upsert =
        prepare(
            "INSERT INTO target VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (number) DO UPDATE SET"
                + " address = excluded.address, filter = excluded.filter, saved = excluded.saved,"
                + " paused = excluded.paused, headers = excluded.headers, sealed = excluded.sealed RETURNING"
                + " number")) {
      if (target.number() > 0) {
        upsert.setLong(1, target.number());
      } else {
        upsert.setNull(1, Types.INTEGER);
      }
      upsert.setString(2, target.address());
      upsert.setString(3, target.filter());
      upsert.setInt(4, target.saved() ? 1 : 0);
      upsert.setInt(5, target.paused() ? 1 : 0);
      upsert.setLong(6, target.position().number());
      upsert.setString(7, key.seal(text(target.headers()), place(target.address())));
      upsert.setInt(8, key.seals() ? 1 : 0);
      try (ResultSet given = upsert.executeQuery()) {
        KeptTarget numbered = target.numbered(given.getLong(1));
        saveRests(numbered);
        return numbered;
      }
    }
  }

  private void saveRests(KeptTarget target) throws SQLException {
    run("DELETE FROM rest WHERE target = ?", target.number());
    try (PreparedStatement insert = prepare("INSERT INTO rest VALUES (?,?,?)")) {
      for (Rest rest : target.rests()) {
        insert.setLong(1, target.number());
        insert.setLong(2, rest.start().number());
        if (rest.stop() == null) {
          insert.setNull(3, Types.INTEGER);
        } else {
          insert.setLong(3, rest.stop().number());
        }
        insert.executeUpdate();
      }
    }
  }

  /** Its rests and letters go with it. */
  void remove(long number) throws SQLException {
    run("DELETE FROM target WHERE number = ?", number);
  }

  void reach(Map<Long, Position> reached) throws SQLException {
    for (Map.Entry<Long, Position> one : reached.entrySet()) {
      long position = one.getValue().number();
      run("UPDATE target SET position = ? WHERE number = ?", position, one.getKey());
      run("DELETE FROM rest WHERE stop <= ? AND target = ?", position, one.getKey());
    }
  }

  private void run(String sql, long... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }
}
