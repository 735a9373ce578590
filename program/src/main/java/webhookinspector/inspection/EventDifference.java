package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.Difference.Change;
import webhookinspector.inspection.Difference.Part;

/** What differs between the events of two bodies: each event is told apart from the others. */
final class EventDifference {

  private static final String UNTOLD = "Event ";

  private final DeliveryLine lineA;
  private final DeliveryLine lineB;
  private final List<JsonTree> a;
  private final List<JsonTree> b;
  private final Sameness sameness;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int unchanged;
  private int told;
  private int left;

  EventDifference(
      DeliveryLine lineA,
      DeliveryLine lineB,
      List<JsonTree> a,
      List<JsonTree> b,
      Sameness sameness) {
    this.lineA = lineA;
    this.lineB = lineB;
    this.a = a;
    this.b = b;
    this.sameness = sameness;
    Pairing.of(a, b, sameness).forEach(this::pair);
  }

  List<Part> parts() {
    return parts;
  }

  int unchanged() {
    return unchanged;
  }

  int left() {
    return left;
  }

  private void pair(Pairing.Pair pair) {
    if (pair.b() == Pairing.NONE) {
      var change = new Change(Difference.REMOVED, "", TreeDifference.text(a.get(pair.a())), null);
      add(Difference.REMOVED, title(lineA, a, pair.a()), pair, List.of(change));
    } else if (pair.a() == Pairing.NONE) {
      var change = new Change(Difference.ADDED, "", null, TreeDifference.text(b.get(pair.b())));
      add(Difference.ADDED, title(lineB, b, pair.b()), pair, List.of(change));
    } else if (!sameness.same(a.get(pair.a()), b.get(pair.b()))) {
      var inside = new TreeDifference(sameness, Difference.MOST - told);
      inside.compare(TreePath.ROOT, a.get(pair.a()), b.get(pair.b()));
      left += inside.left();
      add(Difference.CHANGED, title(lineB, b, pair.b()), pair, inside.changes());
    } else if (pair.moved()) {
      add(Difference.MOVED, title(lineB, b, pair.b()), pair, List.of());
    } else {
      unchanged++;
    }
  }

  private void add(String what, String title, Pairing.Pair pair, List<Change> changes) {
    counts.merge(what, 1, Integer::sum);
    if (told >= Difference.MOST) {
      left++;
      return;
    }
    told += Math.max(1, changes.size());
    parts.add(new Part(what, title, was(title, pair), index(pair.a()), index(pair.b()), changes));
  }

  private @Nullable String was(String title, Pairing.Pair pair) {
    String was = pair.a() == Pairing.NONE ? title : title(lineA, a, pair.a());
    return was.equals(title) || was.startsWith(UNTOLD) ? null : was;
  }

  private static @Nullable Integer index(int place) {
    return place == Pairing.NONE ? null : Integer.valueOf(place);
  }

  /** Its sentence, where the line tells all events of the body. */
  private static String title(DeliveryLine line, List<JsonTree> events, int place) {
    return line.events().size() == events.size()
        ? line.events().get(place).sentence()
        : UNTOLD + (place + 1);
  }

  /** What stands outside of the events. */
  void beside(Map<String, JsonTree> inA, Map<String, JsonTree> inB) {
    var outside = new TreeDifference(sameness, Math.max(1, Difference.MOST - told));
    outside.compare(TreePath.ROOT, without(inA), without(inB));
    left += outside.left();
    if (!outside.changes().isEmpty()) {
      parts.add(
          new Part(Difference.CHANGED, "Beside the events", null, null, null, outside.changes()));
    }
  }

  private JsonTree without(Map<String, JsonTree> members) {
    var others = new java.util.LinkedHashMap<>(members);
    others.remove("events");
    var tree = new JsonTree.Members(others);
    sameness.learn(tree);
    return tree;
  }

  String summary() {
    var said = new ArrayList<String>();
    said.add(number(Difference.CHANGED, "changed"));
    said.add(number(Difference.REMOVED, "only in the first"));
    said.add(number(Difference.ADDED, "only in the second"));
    said.add(number(Difference.MOVED, "moved"));
    said.removeIf(String::isEmpty);
    if (said.isEmpty()) {
      return "The events are the same; something beside them differs.";
    }
    said.add(unchanged == 0 ? "none alike" : unchanged + " alike");
    return "Events: " + String.join(", ", said) + ".";
  }

  private String number(String what, String words) {
    int count = counts.getOrDefault(what, 0);
    return count == 0 ? "" : count + " " + words;
  }
}
