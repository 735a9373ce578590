package webhookinspector.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes an item of a list the same thing in another body, the strictest first: events by what
 * happened to what, other things by their gid. Asana gives events no id of their own (protocol
 * reference, Events).
 */
enum Identity {
  /** The same change of the same thing at the same time. */
  MOMENT("resource action change.field parent created_at"),
  /** The same change of the same thing. */
  CHANGE("resource action change.field parent"),
  /** The same kind of change of the same thing. */
  ACTION("resource action"),
  /** The same thing. */
  THING("resource");

  /** With blanks between them, for an enum holds nothing that can change. */
  private final String paths;

  Identity(String paths) {
    this.paths = paths;
  }

  /** A text that only the same thing has, or nothing for what has no name of its own. */
  Optional<String> in(JsonTree item) {
    if (!(item instanceof JsonTree.Members(Map<String, JsonTree> members))) {
      return Optional.empty();
    }
    String gid = gid(members.get("gid"));
    if (!gid.isEmpty()) {
      return Optional.of("gid " + gid);
    }
    if (gid(members.get("resource")).isEmpty()) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    for (String path : List.of(paths.split(" "))) {
      String value = value(members, path);
      text.append(value.length()).append(' ').append(value).append('\n');
    }
    return Optional.of(text.toString());
  }

  private static String value(Map<String, JsonTree> members, String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? gid(members.get(path))
        : members.get(path.substring(0, dot)) instanceof JsonTree.Members inner
            ? gid(inner.members().get(path.substring(dot + 1)))
            : "";
  }

  /** The gid of a reference, or the text itself. */
  private static String gid(@Nullable JsonTree tree) {
    return switch (tree) {
      case null -> "";
      case JsonTree.Text(String text) -> text;
      case JsonTree.Literal(String text) -> text.equals("null") ? "" : text;
      case JsonTree.Members(Map<String, JsonTree> members) ->
          members.get("gid") instanceof JsonTree.Text(String text) ? text : "";
      case JsonTree.Items _ -> "";
    };
  }
}
