package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import webhookinspector.delivery.Body;

/** What differs between two ways to write the same JSON. */
final class Writing {

  private static final char BOM = '\ufeff';

  private Writing() {}

  /** At least one; the order is that in which a person should hear of it. */
  static List<String> differences(Body a, Body b, JsonTree inA, JsonTree inB) {
    boolean ordered = sameOrder(inA, inB);
    Squeezed one = Squeezed.of(a.text());
    Squeezed other = Squeezed.of(b.text());
    boolean blanks =
        ordered ? !one.blanks.equals(other.blanks) : one.blanks.length() != other.blanks.length();
    boolean escapes =
        ordered ? !one.rest.equals(other.rest) : one.rest.length() != other.rest.length();
    var differences = new ArrayList<String>();
    if (one.bom != other.bom) {
      differences.add("byte order mark");
    }
    if (!ordered) {
      differences.add("order of keys");
    }
    if (blanks) {
      differences.add("blanks");
    }
    if (escapes || differences.isEmpty()) {
      differences.add("escapes");
    }
    return differences;
  }

  private static boolean sameOrder(JsonTree a, JsonTree b) {
    if (a instanceof JsonTree.Members(var inA) && b instanceof JsonTree.Members(var inB)) {
      Iterator<Map.Entry<String, JsonTree>> others = inB.entrySet().iterator();
      return inA.entrySet().stream()
          .allMatch(
              entry -> {
                Map.Entry<String, JsonTree> other = others.next();
                return entry.getKey().equals(other.getKey())
                    && sameOrder(entry.getValue(), other.getValue());
              });
    }
    if (a instanceof JsonTree.Items(var inA) && b instanceof JsonTree.Items(var inB)) {
      Iterator<JsonTree> others = inB.iterator();
      return inA.stream().allMatch(item -> sameOrder(item, others.next()));
    }
    return true;
  }

  /**
   * JSON taken apart.
   *
   * @param blanks between the tokens, each with a mark behind it
   * @param rest the tokens
   */
  private record Squeezed(boolean bom, String blanks, String rest) {

    static Squeezed of(String json) {
      boolean bom = !json.isEmpty() && json.charAt(0) == BOM;
      var blanks = new StringBuilder();
      var rest = new StringBuilder();
      boolean inString = false;
      for (int i = bom ? 1 : 0; i < json.length(); i++) {
        char c = json.charAt(i);
        if (!inString && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
          blanks.append(c);
          continue;
        }
        rest.append(c);
        if (c == '"') {
          inString = !inString;
        } else if (inString && c == '\\' && i + 1 < json.length()) {
          rest.append(json.charAt(++i));
        }
        if (!inString) {
          blanks.append('|');
        }
      }
      return new Squeezed(bom, blanks.toString(), rest.toString());
    }
  }
}
