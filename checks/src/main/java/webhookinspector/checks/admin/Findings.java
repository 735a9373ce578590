package webhookinspector.checks.admin;

import java.util.ArrayList;
import java.util.List;

/** What was tried, and what of it went as it must not. */
final class Findings {

  private final List<String> bad = new ArrayList<>();
  private int tried;

  void expect(boolean good, String otherwise) {
    tried++;
    if (!good) {
      bad.add(otherwise);
    }
  }

  int tried() {
    return tried;
  }

  boolean none() {
    return bad.isEmpty();
  }

  /** Such as "120 tried, 0 got through". */
  @Override
  public String toString() {
    return tried
        + " tried, "
        + bad.size()
        + " got through"
        + (bad.isEmpty() ? "" : " (first: " + bad.getFirst() + ")");
  }
}
