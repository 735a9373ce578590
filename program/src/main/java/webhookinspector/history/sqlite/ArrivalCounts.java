package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.Arrivals;

/** Counts arrivals by time, from the narrow table alone. */
final class ArrivalCounts {

  /** Without a body hash it is a heartbeat or a handshake. */
  private static final String COUNT =
      "SELECT (received - ?1) / ?2 AS step, believable, sha256 IS NULL AS other, count(*)"
          + " FROM deliveries WHERE received >= ?1 AND received < ?1 + ?2 * ?3";

  private static final String GROUPED = " GROUP BY step, believable, other";

  private ArrivalCounts() {}

  /**
   * @param among only these positions, or null for all
   */
  static List<Arrivals> of(
      Connection connection,
      Instant from,
      Duration step,
      int steps,
      @Nullable Collection<Long> among)
      throws SQLException {
    long[][] counts = new long[steps][3];
    String only = among == null ? "" : " AND position IN (SELECT value FROM json_each(?4))";
    try (PreparedStatement statement = connection.prepareStatement(COUNT + only + GROUPED)) {
      statement.setLong(1, TimeUnit.SECONDS.toNanos(from.getEpochSecond()) + from.getNano());
      statement.setLong(2, step.toNanos());
      statement.setLong(3, steps);
      if (among != null) {
        statement.setString(4, among.toString());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int kind = !rows.getBoolean(2) ? 1 : rows.getBoolean(3) ? 2 : 0;
          counts[rows.getInt(1)][kind] += rows.getLong(4);
        }
      }
    }
    var arrivals = new ArrayList<Arrivals>(steps);
    for (int i = 0; i < steps; i++) {
      Instant begin = from.plus(step.multipliedBy(i));
      arrivals.add(new Arrivals(begin, counts[i][0], counts[i][1], counts[i][2]));
    }
    return arrivals;
  }
}
