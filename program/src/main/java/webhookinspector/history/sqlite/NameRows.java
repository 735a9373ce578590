package webhookinspector.history.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import webhookinspector.event.Ref;
import webhookinspector.history.Folded;

/** Writes what things are called; a name that was just written is not written again. */
final class NameRows {

  private static final int REMEMBERED = 10_000;

  private final Sql sql;
  private final Map<String, String> written =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  NameRows(Sql sql) {
    this.sql = sql;
  }

  /** The same transaction writes the rows. */
  void put(List<Ref> named) throws SQLException {
    for (Ref ref : named) {
      String name = ref.name();
      if (name != null && !name.equals(written.put(ref.gid(), name))) {
        sql.run(
            "INSERT INTO names VALUES (?, ?, ?, ?) ON CONFLICT (gid) DO UPDATE SET"
                + " type = coalesce(excluded.type, type), name = excluded.name,"
                + " folded = excluded.folded",
            Gid.stored(ref.gid()),
            ref.resourceType(),
            Folded.wellFormed(name),
            Folded.of(name));
      }
    }
  }

  void clear() throws SQLException {
    sql.run("DELETE FROM names");
    forget();
  }

  /** What was written may be gone. */
  void forget() {
    written.clear();
  }
}
