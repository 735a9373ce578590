package webhookinspector.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that a slip of the finger probably meant. */
public final class Nearest {

  private Nearest() {}

  /** The nearest one, if a third of its letters or fewer are off, and at least one may be. */
  public static Optional<String> of(String typed, List<String> words) {
    return words.stream()
        .filter(word -> Math.abs(word.length() - typed.length()) <= allowed(word))
        .filter(word -> distance(typed, word) <= allowed(word))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  private static int allowed(String word) {
    return Math.max(1, word.length() / 3);
  }

  /** Letters added, dropped, replaced or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
