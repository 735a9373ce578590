package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.history.Folded;
import webhookinspector.history.Known;

/** Looks things up by what they are called. */
final class NamedThings {

  /** So many of one name are put in order. */
  private static final int MOST = 500;

  private static final String BY_NAME =
      "SELECT gid, type, name FROM names WHERE instr(folded, ?) > 0 ORDER BY length(name) LIMIT "
          + MOST;

  private static final String BY_GID = "SELECT gid, type, name FROM names WHERE gid = ?";

  private static final String TOLD =
      "SELECT (SELECT count(*) FROM events WHERE resource = ?1)"
          + " + (SELECT count(*) FROM events WHERE parent = ?1 AND resource IS NOT ?1),"
          + " (SELECT max(position) FROM events WHERE resource = ?1),"
          + " (SELECT max(position) FROM events WHERE parent = ?1)";

  private NamedThings() {}

  static List<Known> named(Connection connection, String part, int limit) throws SQLException {
    try (var sql = new Sql(connection)) {
      var found = new ArrayList<Known>();
      Known exact = known(sql, byGid(sql, part));
      if (!part.isBlank()) {
        for (Ref ref : refs(sql, BY_NAME, Folded.of(part.strip()))) {
          found.add(known(sql, ref));
        }
      }
      found.sort(Comparator.comparingLong(NamedThings::last).reversed());
      if (exact.events() > 0 || exact.thing().name() != null) {
        found.addFirst(exact);
      }
      return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }
  }

  private static long last(Known known) {
    return known.last() == null ? 0 : known.last();
  }

  /** With its name, if that is known. */
  static Ref byGid(Sql sql, String gid) throws SQLException {
    List<Ref> there = refs(sql, BY_GID, Gid.stored(gid));
    return there.isEmpty() ? new Ref(gid, null, null, null) : there.getFirst();
  }

  private static List<Ref> refs(Sql sql, String query, @Nullable Object value) throws SQLException {
    var refs = new ArrayList<Ref>();
    try (ResultSet rows = sql.query(query, value)) {
      while (rows.next()) {
        refs.add(new Ref(rows.getString(1), rows.getString(2), null, rows.getString(3)));
      }
    }
    return refs;
  }

  private static Known known(Sql sql, Ref ref) throws SQLException {
    try (ResultSet rows = sql.query(TOLD, Gid.stored(ref.gid()))) {
      long last = Math.max(rows.getLong(2), rows.getLong(3));
      return new Known(ref, rows.getLong(1), last == 0 ? null : Long.valueOf(last));
    }
  }
}
