package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;

/**
 * Work of the writer that keeps nothing: it tidies up. Short, because deliveries wait meanwhile,
 * and allowed on a full disk, because it is what makes room.
 */
abstract non-sealed class Chore implements Work {

  /** In a transaction of its own. */
  abstract void in(Connection connection, Quarantine quarantine) throws SQLException;

  /** Once that is on disk, outside of any transaction. */
  void afterwards(Connection connection) throws SQLException {}

  @Override
  public int bytes() {
    return 0;
  }

  @Override
  public String name() {
    return "a chore";
  }

  @Override
  public Entry at(Position position) {
    throw new AssertionError("a chore is no entry");
  }
}
