package webhookinspector.inspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which items of two lists belong together: those that mean the same, then those that are about the
 * same thing, then those without a name that stand in the same place between the others. Costs n
 * log n, whatever the lists.
 */
final class Pairing {

  /**
   * Two items that belong together, or one alone.
   *
   * @param a index in the first list, or {@value #NONE}
   * @param b index in the second list, or {@value #NONE}
   * @param moved whether it stands elsewhere among its neighbours
   */
  record Pair(int a, int b, boolean moved) {}

  static final int NONE = -1;

  private final List<JsonTree> a;
  private final List<JsonTree> b;

  /** Of each item of the first list, the index in the second. */
  private final int[] partner;

  private final boolean[] taken;

  private Pairing(List<JsonTree> a, List<JsonTree> b) {
    this.a = a;
    this.b = b;
    this.partner = new int[a.size()];
    this.taken = new boolean[b.size()];
    Arrays.fill(partner, NONE);
  }

  /** All items of both lists, in an order that follows both. */
  static List<Pair> of(List<JsonTree> a, List<JsonTree> b, Sameness sameness) {
    var pairing = new Pairing(a, b);
    pairing.match(
        i -> Optional.of(Integer.toString(sameness.of(a.get(i)))),
        j -> Optional.of(Integer.toString(sameness.of(b.get(j)))));
    for (Identity identity : Identity.values()) {
      pairing.match(i -> identity.in(a.get(i)), j -> identity.in(b.get(j)));
    }
    pairing.matchByPlace();
    return pairing.merged();
  }

  /** Pairs what has the same key and no partner yet: the first with the first, and so on. */
  private void match(IntFunction<Optional<String>> keyInA, IntFunction<Optional<String>> keyInB) {
    Map<String, Deque<Integer>> free = new HashMap<>();
    for (int j = 0; j < b.size(); j++) {
      int place = j;
      Optional<String> key = taken[j] ? Optional.empty() : keyInB.apply(j);
      key.ifPresent(k -> free.computeIfAbsent(k, _ -> new ArrayDeque<>()).add(place));
    }
    for (int i = 0; i < a.size() && !free.isEmpty(); i++) {
      Optional<String> key = partner[i] == NONE ? keyInA.apply(i) : Optional.empty();
      Deque<Integer> places = key.map(free::get).orElse(null);
      if (places != null && !places.isEmpty()) {
        partner[i] = places.remove();
        taken[partner[i]] = true;
      }
    }
  }

  /**
   * Things with a name of their own are themselves or nothing; the rest may stand for each other.
   */
  private void matchByPlace() {
    boolean[] kept = keptInOrder();
    int[] placeInA = new int[a.size()];
    int[] placeInB = new int[b.size()];
    int place = 0;
    int next = 0;
    for (int i = 0; i < a.size(); i++) {
      placeInA[i] = place;
      if (kept[i]) {
        Arrays.fill(placeInB, next, partner[i] + 1, place);
        next = partner[i] + 1;
        place++;
      }
    }
    Arrays.fill(placeInB, next, b.size(), place);
    match(i -> unnamed(a.get(i), placeInA[i]), j -> unnamed(b.get(j), placeInB[j]));
  }

  private static Optional<String> unnamed(JsonTree item, int place) {
    return Identity.THING.in(item).isPresent()
        ? Optional.empty()
        : Optional.of(place + item.getClass().getSimpleName());
  }

  private List<Pair> merged() {
    boolean[] kept = keptInOrder();
    var all = new ArrayList<Pair>(a.size() + b.size());
    int nextInB = 0;
    for (int i = 0; i < a.size(); i++) {
      if (kept[i]) {
        nextInB = addAlone(nextInB, partner[i], all) + 1;
      }
      all.add(new Pair(i, partner[i], partner[i] != NONE && !kept[i]));
    }
    addAlone(nextInB, b.size(), all);
    return all;
  }

  private int addAlone(int from, int to, List<Pair> all) {
    for (int j = from; j < to; j++) {
      if (!taken[j]) {
        all.add(new Pair(NONE, j, false));
      }
    }
    return to;
  }

  /** The longest series of pairs that follow each other in both lists; the others moved. */
  private boolean[] keptInOrder() {
    int[] best = new int[a.size()];
    int[] before = new int[a.size()];
    int length = 0;
    for (int i = 0; i < a.size(); i++) {
      if (partner[i] != NONE) {
        int at = lengthUpTo(partner[i], best, length);
        before[i] = at == 0 ? NONE : best[at - 1];
        best[at] = i;
        length = Math.max(length, at + 1);
      }
    }
    boolean[] kept = new boolean[a.size()];
    for (int i = length == 0 ? NONE : best[length - 1]; i != NONE; i = before[i]) {
      kept[i] = true;
    }
    return kept;
  }

  /** How long the longest series is that ends in front of a place of the second list. */
  private int lengthUpTo(int j, int[] best, int length) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (partner[best[middle]] < j) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
