package webhookinspector.checks.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What came of all commands. */
final class Report {

  private final List<String> faults = new ArrayList<>();
  private int typed;
  private int read;
  private final Set<String> notHere = new TreeSet<>();

  /** It was typed. */
  void typed() {
    typed++;
  }

  /** It was only held against what there is. */
  void read() {
    read++;
  }

  /** It cannot be typed here. */
  void notHere(Shown shown) {
    notHere.add(shown.text());
  }

  /** Whatever is on the list of those that cannot must stand on a page. */
  void stillShown(Set<String> listed) {
    listed.stream()
        .filter(text -> !notHere.contains(text))
        .forEach(text -> faults.add(text + ": on no page any more (expected: off the list)"));
  }

  /** It did not end as it should. */
  void fault(Shown shown, String what) {
    faults.add(shown + "\n    " + what.strip().replace("\n", "\n    "));
  }

  boolean isClean() {
    return faults.isEmpty() && typed > 0;
  }

  /** The numbers, and every fault. */
  String summary() {
    String numbers =
        typed + " typed, " + read + " looked up, " + notHere.size() + " that cannot run here";
    return faults.isEmpty() ? numbers : numbers + "; wrong:\n" + String.join("\n", faults);
  }
}
