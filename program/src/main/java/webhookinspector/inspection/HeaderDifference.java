package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inspection.Difference.Change;

/**
 * Which headers differ. Names are the same in any case; where only the case differs, that is told,
 * too.
 */
final class HeaderDifference {

  private HeaderDifference() {}

  static List<Change> between(Headers a, Headers b) {
    Map<String, List<Header>> inA = byName(a);
    Map<String, List<Header>> inB = byName(b);
    var names = new LinkedHashSet<>(inA.keySet());
    names.addAll(inB.keySet());
    var changes = new ArrayList<Change>();
    for (String name : names) {
      compare(inA.getOrDefault(name, List.of()), inB.getOrDefault(name, List.of()), changes);
    }
    return changes.size() <= Difference.MOST ? changes : changes.subList(0, Difference.MOST);
  }

  private static Map<String, List<Header>> byName(Headers headers) {
    var byName = new LinkedHashMap<String, List<Header>>();
    for (Header header : headers) {
      byName
          .computeIfAbsent(header.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header);
    }
    return byName;
  }

  private static void compare(List<Header> a, List<Header> b, List<Change> changes) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      if (i >= b.size()) {
        changes.add(new Change(Difference.REMOVED, a.get(i).name(), cut(a.get(i).value()), null));
      } else if (i >= a.size()) {
        changes.add(new Change(Difference.ADDED, b.get(i).name(), null, cut(b.get(i).value())));
      } else if (!a.get(i).equals(b.get(i))) {
        changes.add(changed(a.get(i), b.get(i)));
      }
    }
  }

  private static Change changed(Header a, Header b) {
    boolean sameName = a.name().equals(b.name());
    String before = sameName ? a.value() : a.name() + ": " + a.value();
    String after = sameName ? b.value() : b.name() + ": " + b.value();
    return new Change(Difference.CHANGED, b.name(), cut(before), cut(after));
  }

  private static String cut(String value) {
    return Mention.cut(value, TreeDifference.LONGEST_VALUE);
  }
}
