package webhookinspector.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which fields of a record are asked for, as {@code opt_fields} says: {@code name,assignee.email}.
 * Empty: none were named, so each call has its own default.
 */
record Fields(Map<String, Fields> named) {

  static final Fields DEFAULT = new Fields(Map.of());

  static Fields parse(String text) {
    return parse(List.of(text.split(",")));
  }

  static Fields parse(List<String> paths) {
    var tails = new LinkedHashMap<String, List<String>>();
    for (String path : paths) {
      String clean = path.strip().replaceFirst("^(this|data)\\.", "");
      if (!clean.isEmpty()) {
        int dot = clean.indexOf('.');
        String head = dot < 0 ? clean : clean.substring(0, dot);
        List<String> tail = tails.computeIfAbsent(head, k -> new ArrayList<>());
        if (dot >= 0) {
          tail.add(clean.substring(dot + 1));
        }
      }
    }
    var named = new TreeMap<String, Fields>();
    tails.forEach((head, tail) -> named.put(head, parse(tail)));
    return named.isEmpty() ? DEFAULT : new Fields(named);
  }

  boolean areDefault() {
    return named.isEmpty();
  }

  boolean has(String field) {
    return named.containsKey(field);
  }

  /** What is asked for inside a field. */
  Fields inside(String field) {
    return named.getOrDefault(field, DEFAULT);
  }
}
