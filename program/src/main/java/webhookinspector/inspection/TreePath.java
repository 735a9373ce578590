package webhookinspector.inspection;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a JSON tree. Becomes text only when it is told, for a stranger's tree
 * may have long keys at great depth.
 */
record TreePath(@Nullable TreePath parent, String step) {

  /** In characters; Asana's keys have a tenth of it. */
  private static final int LONGEST_KEY = 100;

  static final TreePath ROOT = new TreePath(null, "");

  TreePath key(String key) {
    boolean plain = !key.isEmpty() && key.chars().allMatch(TreePath::isPlain);
    String shown = Mention.cut(key, LONGEST_KEY);
    return new TreePath(this, plain ? "." + shown : "[\"" + shown + "\"]");
  }

  TreePath item(int index) {
    return new TreePath(this, "[" + index + "]");
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Such as {@code change.field} or {@code tags[2]["a b"]}. */
  String text() {
    var steps = new ArrayDeque<String>();
    for (TreePath at = this; at != null; at = at.parent) {
      steps.push(at.step);
    }
    String text = String.join("", steps);
    return text.startsWith(".") ? text.substring(1) : text;
  }
}
