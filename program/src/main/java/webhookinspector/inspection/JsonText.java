package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import webhookinspector.inspection.JsonStyle.Escape;
import webhookinspector.inspection.JsonStyle.Order;

/** Writes JSON in one style. */
final class JsonText {

  private static final List<String> ASANA =
      List.of(
          "gid",
          "resource_type",
          "resource_subtype",
          "name",
          "user",
          "created_at",
          "field",
          "action",
          "new_value",
          "added_value",
          "removed_value",
          "resource",
          "parent",
          "change");

  private final JsonStyle style;
  private final StringBuilder out = new StringBuilder();

  JsonText(JsonStyle style) {
    this.style = style;
  }

  String write(JsonTree tree) {
    value(tree, 1);
    return out.toString();
  }

  private void value(JsonTree tree, int level) {
    switch (tree) {
      case JsonTree.Members(Map<String, JsonTree> members) ->
          all('{', ordered(members), level, e -> member(e, level), '}');
      case JsonTree.Items(List<JsonTree> items) ->
          all('[', items, level, item -> value(item, level + 1), ']');
      case JsonTree.Text(String text) -> text(text);
      case JsonTree.Literal(String text) -> out.append(text);
    }
  }

  private void member(Map.Entry<String, JsonTree> member, int level) {
    text(member.getKey());
    out.append(style.colon());
    value(member.getValue(), level + 1);
  }

  private interface One<T> {
    void write(T one);
  }

  private <T> void all(char open, Collection<T> parts, int level, One<T> one, char close) {
    out.append(open);
    boolean first = true;
    for (T part : parts) {
      out.append(first ? "" : style.comma());
      newLine(level);
      one.write(part);
      first = false;
    }
    if (!parts.isEmpty()) {
      newLine(level - 1);
    }
    out.append(close);
  }

  private void newLine(int level) {
    if (style.indent() > 0) {
      out.append('\n').repeat(' ', style.indent() * level);
    }
  }

  private Collection<Map.Entry<String, JsonTree>> ordered(Map<String, JsonTree> members) {
    if (style.order() == Order.AS_IT_CAME) {
      return members.entrySet();
    }
    var sorted = new ArrayList<>(members.entrySet());
    Comparator<Map.Entry<String, JsonTree>> byKey = Map.Entry.comparingByKey();
    sorted.sort(style.order() == Order.SORTED ? byKey : Comparator.comparingInt(JsonText::place));
    return sorted;
  }

  private static int place(Map.Entry<String, JsonTree> member) {
    int place = ASANA.indexOf(member.getKey());
    return place < 0 ? ASANA.size() : place;
  }

  private void text(String text) {
    out.append('"');
    text.chars().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c == '/' && style.escapes().contains(Escape.SLASH)) {
          out.append("\\/");
        } else if (inHex(c)) {
          out.append("\\u").append(HexFormat.of().toHexDigits((char) c));
        } else {
          out.append((char) c);
        }
      }
    }
  }

  private boolean inHex(int c) {
    return c < ' '
        || (c > '~' && style.escapes().contains(Escape.UNICODE))
        || ("<>&".indexOf(c) >= 0 && style.escapes().contains(Escape.HTML));
  }
}
