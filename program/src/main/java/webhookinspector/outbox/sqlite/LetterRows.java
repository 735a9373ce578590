package webhookinspector.outbox.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.Letter;
import webhookinspector.storage.sqlite.Nanos;

/** Letters to rows and back, inside the caller's transaction. */
record LetterRows(Connection connection) {

  List<Letter> waiting(long target) throws SQLException {
    return select("WHERE target = ? AND dead = 0 ORDER BY position", target);
  }

  List<Letter> dead(long target, int limit) throws SQLException {
    return select("WHERE target = ? AND dead = 1 ORDER BY position DESC LIMIT ?", target, limit)
        .reversed();
  }

  long countDead(long target) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT count(*) FROM letter WHERE target = ? AND dead = 1")) {
      select.setLong(1, target);
      try (ResultSet row = select.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  List<Letter> revive(long target, @Nullable DeliveryId delivery) throws SQLException {
    List<Letter> revived =
        select("WHERE target = ? AND dead = 1 ORDER BY position", target).stream()
            .filter(letter -> delivery == null || letter.delivery().equals(delivery))
            .map(Letter::revived)
            .toList();
    write(revived, List.of());
    return revived;
  }

  void write(Collection<Letter> waiting, Collection<Letter> done) throws SQLException {
    try (PreparedStatement put =
            connection.prepareStatement("REPLACE INTO letter VALUES (?,?,?,?,?,?,?,?)");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM letter WHERE target = ? AND position = ?")) {
      for (Letter letter : waiting) {
        bind(put, letter);
        put.executeUpdate();
      }
      for (Letter letter : done) {
        delete.setLong(1, letter.target());
        delete.setLong(2, letter.position().number());
        delete.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement put, Letter letter) throws SQLException {
    put.setLong(1, letter.target());
    put.setLong(2, letter.position().number());
    put.setString(3, letter.delivery().text());
    put.setInt(4, letter.tries());
    put.setLong(5, Nanos.of(letter.since()));
    put.setLong(6, Nanos.of(letter.next()));
    put.setInt(7, letter.dead() ? 1 : 0);
    put.setString(8, letter.because());
  }

  private List<Letter> select(String where, long... values) throws SQLException {
    var letters = new ArrayList<Letter>();
    try (PreparedStatement select = connection.prepareStatement("SELECT * FROM letter " + where)) {
      for (int i = 0; i < values.length; i++) {
        select.setLong(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          letters.add(letter(row));
        }
      }
    }
    return letters;
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getLong("target"),
        new Position(row.getLong("position")),
        new DeliveryId(row.getString("delivery")),
        row.getInt("tries"),
        Nanos.toInstant(row.getLong("since")),
        Nanos.toInstant(row.getLong("next")),
        row.getInt("dead") != 0,
        row.getString("because"));
  }
}
