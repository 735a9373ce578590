package webhookinspector.history.sqlite;

import java.sql.SQLException;
import webhookinspector.history.HistoryTrouble;

/** What the store's errors mean to a person. */
final class Trouble {

  private Trouble() {}

  static HistoryTrouble of(String what, HistoryFile file, SQLException e) {
    return new HistoryTrouble(
        "history: cannot "
            + what
            + " "
            + file
            + ": "
            + e.getMessage()
            + "\nNo delivery is lost. If it stays so, run `inspector history rebuild`.",
        e);
  }
}
