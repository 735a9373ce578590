package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.Difference.Change;

/**
 * What differs between two JSON trees, as deep as it goes. Every part is looked at once, so that
 * bodies of the largest size take a fraction of a second whatever is in them; the depth is bounded
 * by the reader.
 */
final class TreeDifference {

  /** In characters of a value; what is longer is looked at in the body itself. */
  static final int LONGEST_VALUE = 2_000;

  private final Sameness sameness;
  private final int most;
  private final List<Change> changes = new ArrayList<>();
  private int left;

  /**
   * @param sameness knows both trees
   * @param most changes to tell; further ones are counted
   */
  TreeDifference(Sameness sameness, int most) {
    this.sameness = sameness;
    this.most = most;
  }

  List<Change> changes() {
    return changes;
  }

  /** How many changes are not told. */
  int left() {
    return left;
  }

  void compare(TreePath path, JsonTree a, JsonTree b) {
    if (sameness.same(a, b)) {
      return;
    }
    if (a instanceof JsonTree.Members(var inA) && b instanceof JsonTree.Members(var inB)) {
      members(path, inA, inB);
    } else if (a instanceof JsonTree.Items(var inA) && b instanceof JsonTree.Items(var inB)) {
      items(path, inA, inB);
    } else {
      tell(Difference.CHANGED, path, a, b);
    }
  }

  private void members(TreePath path, Map<String, JsonTree> a, Map<String, JsonTree> b) {
    a.forEach(
        (key, value) -> {
          JsonTree other = b.get(key);
          if (other == null) {
            tell(Difference.REMOVED, path.key(key), value, null);
          } else if (!sameness.same(value, other)) {
            compare(path.key(key), value, other);
          }
        });
    b.forEach(
        (key, value) -> {
          if (!a.containsKey(key)) {
            tell(Difference.ADDED, path.key(key), null, value);
          }
        });
  }

  private void items(TreePath path, List<JsonTree> a, List<JsonTree> b) {
    for (Pairing.Pair pair : Pairing.of(a, b, sameness)) {
      if (pair.b() == Pairing.NONE) {
        tell(Difference.REMOVED, path.item(pair.a()), a.get(pair.a()), null);
      } else if (pair.a() == Pairing.NONE) {
        tell(Difference.ADDED, path.item(pair.b()), null, b.get(pair.b()));
      } else {
        if (pair.moved()) {
          tell(() -> moved(path, pair));
        }
        JsonTree inA = a.get(pair.a());
        JsonTree inB = b.get(pair.b());
        if (!sameness.same(inA, inB)) {
          compare(path.item(pair.b()), inA, inB);
        }
      }
    }
  }

  private static Change moved(TreePath path, Pairing.Pair pair) {
    String was = Integer.toString(pair.a());
    return new Change(
        Difference.MOVED, path.item(pair.b()).text(), was, Integer.toString(pair.b()));
  }

  private void tell(String what, TreePath path, @Nullable JsonTree a, @Nullable JsonTree b) {
    tell(() -> new Change(what, path.text(), text(a), text(b)));
  }

  /** Written only if it is told. */
  private void tell(Supplier<Change> change) {
    if (changes.size() < most) {
      changes.add(change.get());
    } else {
      left++;
    }
  }

  /** On one line, every digit as it came. */
  static @Nullable String text(@Nullable JsonTree tree) {
    return tree == null
        ? null
        : Mention.cut(new JsonText(JsonStyle.READABLE).write(tree), LONGEST_VALUE);
  }
}
