package webhookinspector.history.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The index knows which texts hold which three characters in a row. */
final class Trigrams {

  /**
   * Each one more costs time and excludes less; the text itself is looked through afterwards
   * anyway.
   */
  private static final int MOST = 8;

  private Trigrams() {}

  /** Whether the index can help: words of one or two characters stand nearly everywhere. */
  static boolean help(String words) {
    return words.codePointCount(0, words.length()) >= 3;
  }

  /** The question to the index: every text that holds the words holds all of these. */
  static String query(String words) {
    int[] points = words.codePoints().toArray();
    Set<String> all = new LinkedHashSet<>();
    for (int i = points.length - 3; i >= 0; i--) {
      all.add(new String(points, i, 3));
    }
    return String.join(" AND ", some(new ArrayList<>(all)).stream().map(Trigrams::quoted).toList());
  }

  /** Evenly spread, the last one included: gids of a workspace differ at their ends. */
  private static List<String> some(List<String> all) {
    if (all.size() <= MOST) {
      return all;
    }
    var some = new ArrayList<String>(MOST);
    for (int i = 0; i < MOST; i++) {
      some.add(all.get(i * all.size() / MOST));
    }
    return some;
  }

  private static String quoted(String trigram) {
    return "\"" + trigram.replace("\"", "\"\"") + "\"";
  }
}
