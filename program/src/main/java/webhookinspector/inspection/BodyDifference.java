package webhookinspector.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.inspection.Difference.Part;

/** How two bodies differ; the components are those of {@link Difference}. */
record BodyDifference(
    String same,
    String summary,
    @Nullable Integer firstByte,
    List<String> writing,
    List<Part> parts,
    int unchanged,
    int left) {

  static BodyDifference between(Difference.Side a, Difference.Side b) {
    int at = Arrays.mismatch(a.body().toBytes(), b.body().toBytes());
    if (at < 0) {
      String summary =
          a.body().size() == 0
              ? "Both bodies are empty."
              : "The bodies are the same, byte for byte.";
      return new BodyDifference("bytes", summary, null, List.of(), List.of(), 0, 0);
    }
    Optional<JsonTree> inA = JsonTree.strictly(a.body());
    Optional<JsonTree> inB = JsonTree.strictly(b.body());
    if (inA.isEmpty() || inB.isEmpty()) {
      String why = unreadable(a.body(), b.body(), inA.isEmpty(), inB.isEmpty());
      return new BodyDifference(
          "none", why, at, List.of(), List.of(ByteDifference.part(a.body(), b.body())), 0, 0);
    }
    var sameness = new Sameness();
    return sameness.learn(inA.get()) == sameness.learn(inB.get())
        ? onlyWriting(at, Writing.differences(a.body(), b.body(), inA.get(), inB.get()))
        : trees(a.line(), b.line(), inA.get(), inB.get(), at, sameness);
  }

  private static String unreadable(Body a, Body b, boolean notA, boolean notB) {
    String which = notA && notB ? "Neither body" : notA ? "The first body" : "The second body";
    boolean twice = (notA && JsonTree.of(a).isPresent()) || (notB && JsonTree.of(b).isPresent());
    String why = twice ? "a key stands twice in it" : "it is no JSON that we read";
    return which
        + (notA && notB
            ? " can be read as JSON with one meaning"
            : " has no meaning as JSON: " + why)
        + "; they are compared byte by byte.";
  }

  private static BodyDifference onlyWriting(int at, List<String> writing) {
    String summary =
        "The bodies mean the same; only the writing differs ("
            + String.join(", ", writing)
            + "), from byte "
            + at
            + " on.";
    return new BodyDifference("meaning", summary, at, writing, List.of(), 0, 0);
  }

  private static BodyDifference trees(
      DeliveryLine lineA, DeliveryLine lineB, JsonTree a, JsonTree b, int at, Sameness sameness) {
    if (a instanceof JsonTree.Members(Map<String, JsonTree> inA)
        && b instanceof JsonTree.Members(Map<String, JsonTree> inB)
        && inA.get("events") instanceof JsonTree.Items(List<JsonTree> eventsA)
        && inB.get("events") instanceof JsonTree.Items(List<JsonTree> eventsB)) {
      var events = new EventDifference(lineA, lineB, eventsA, eventsB, sameness);
      events.beside(inA, inB);
      return new BodyDifference(
          "none",
          events.summary(),
          at,
          List.of(),
          events.parts(),
          events.unchanged(),
          events.left());
    }
    var difference = new TreeDifference(sameness, Difference.MOST);
    difference.compare(TreePath.ROOT, a, b);
    var part = new Part(Difference.CHANGED, "The body", null, null, null, difference.changes());
    String summary =
        "The bodies differ in " + count(difference.changes().size() + difference.left());
    return new BodyDifference("none", summary, at, List.of(), List.of(part), 0, difference.left());
  }

  private static String count(int changes) {
    return changes + (changes == 1 ? " place." : " places.");
  }
}
