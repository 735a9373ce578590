package webhookinspector.inspection;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Numbers the parts of JSON trees so that two have the same number exactly if they mean the same:
 * the order of keys does not matter, every digit of a number does. Costs little more than reading
 * the trees, whatever a stranger puts in them: keys are texts, which a hash map finds even where he
 * made all hashes alike.
 */
final class Sameness {

  private final Map<String, Integer> known = new HashMap<>();
  private final IdentityHashMap<JsonTree, Integer> numbers = new IdentityHashMap<>();

  /** The number of a tree that was {@link #learn learnt}. */
  int of(JsonTree tree) {
    return Objects.requireNonNull(numbers.get(tree), "a tree that was not learnt");
  }

  /** Whether two learnt trees mean the same. */
  boolean same(JsonTree one, JsonTree other) {
    return of(one) == of(other);
  }

  /** Numbers a tree and all its parts. */
  int learn(JsonTree tree) {
    String key =
        switch (tree) {
          case JsonTree.Text(String text) -> "s" + text;
          case JsonTree.Literal(String text) -> "l" + text;
          case JsonTree.Items(List<JsonTree> items) ->
              items.stream()
                  .map(item -> Integer.toString(learn(item)))
                  .collect(Collectors.joining(",", "a", ""));
          case JsonTree.Members(Map<String, JsonTree> members) ->
              members.entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(e -> number("k" + e.getKey()) + ":" + learn(e.getValue()))
                  .collect(Collectors.joining(",", "o", ""));
        };
    int number = number(key);
    numbers.put(tree, number);
    return number;
  }

  private int number(String key) {
    return known.computeIfAbsent(key, _ -> known.size());
  }
}
