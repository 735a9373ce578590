package webhookinspector.asana;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type to name a resource: its gid, or the address that the browser shows, of which
 * Asana has an old form ({@code /0/PROJECT/TASK}) and a new one ({@code
 * /1/WORKSPACE/project/PROJECT/task/TASK}).
 */
public final class ResourceAddress {

  private static final Pattern GID = Pattern.compile("\\d{1,40}");

  /** Words of the new form that stand before the gid of something that can be watched. */
  private static final List<String> WATCHABLE =
      List.of("task", "project", "portfolio", "goal", "team");

  /** Words of the old form before the gid of a person or a search. */
  private static final Set<String> NOT_A_RESOURCE = Set.of("home", "inbox", "search", "profile");

  private ResourceAddress() {}

  /**
   * The gid that is meant; of a task in a project, the task's.
   *
   * @throws IllegalArgumentException if it names nothing that can be watched
   */
  public static String gid(String typed) {
    String text = typed.strip();
    if (GID.matcher(text).matches()) {
      return text;
    }
    List<String> path = path(typed, text);
    String found = path.getFirst().equals("1") ? newForm(path) : oldForm(path);
    if (found.isEmpty()) {
      throw unusable(typed);
    }
    return found;
  }

  private static List<String> path(String typed, String text) {
    try {
      URI address = new URI(text.contains("://") ? text : "https://" + text);
      String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
      String path = String.valueOf(address.getPath());
      Matcher form = Pattern.compile("/([01])/.+").matcher(path);
      if (!host.equals("app.asana.com") || !form.matches()) {
        throw unusable(typed);
      }
      return List.of(path.substring(1).split("/"));
    } catch (URISyntaxException e) {
      throw unusable(typed);
    }
  }

  /** {@code 1, WORKSPACE, word, gid, word, gid …}: the task if there is one, else what holds it. */
  private static String newForm(List<String> path) {
    for (String word : WATCHABLE) {
      int at = path.lastIndexOf(word);
      if (at > 0 && at + 1 < path.size() && GID.matcher(path.get(at + 1)).matches()) {
        return path.get(at + 1);
      }
    }
    return "";
  }

  /**
   * {@code 0, PROJECT, TASK}, {@code 0, PROJECT, list}, {@code 0, portfolio, GID}, {@code 0, 0,
   * TASK} outside of a project; behind {@code home} and its like only a second number is a task.
   */
  private static String oldForm(List<String> path) {
    List<String> numbers =
        path.subList(1, path.size()).stream()
            .filter(piece -> GID.matcher(piece).matches())
            .limit(2)
            .toList();
    boolean firstIsAPerson = NOT_A_RESOURCE.contains(path.get(1));
    boolean nothing =
        numbers.isEmpty()
            || (firstIsAPerson && numbers.size() < 2)
            || numbers.getLast().equals("0");
    return nothing ? "" : numbers.getLast();
  }

  private static IllegalArgumentException unusable(String typed) {
    return new IllegalArgumentException(
        "resource: "
            + typed
            + " (expected: a gid such as 1200000000000101, or the address of a project or task)\n"
            + "Open it in the browser and copy the address, such as"
            + " https://app.asana.com/0/1200000000000101/list");
  }
}
