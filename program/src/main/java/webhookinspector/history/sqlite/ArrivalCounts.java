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

/** Counts arrivals by time, from the index of times alone. */
final class ArrivalCounts {

  private static final String COUNT =
      "SELECT (received - ?1) / ?2 AS step, counts_as, count(*)"
          + " FROM deliveries WHERE received >= ?1 AND received < ?1 + ?2 * ?3";

  private static final String GROUPED = " GROUP BY step, counts_as";

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
    long[][] counts = new long[steps][CountsAs.values().length];
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
          counts[rows.getInt(1)][rows.getInt(2)] += rows.getLong(3);
        }
      }
    }
    var arrivals = new ArrayList<Arrivals>(steps);
    for (int i = 0; i < steps; i++) {
      arrivals.add(arrivals(from.plus(step.multipliedBy(i)), counts[i]));
    }
    return arrivals;
  }

  private static Arrivals arrivals(Instant from, long[] counts) {
    return new Arrivals(
        from,
        counts[CountsAs.AUTHENTIC.number],
        counts[CountsAs.HEARTBEAT.number],
        counts[CountsAs.HANDSHAKE.number],
        counts[CountsAs.REFUSED.number]);
  }
}
