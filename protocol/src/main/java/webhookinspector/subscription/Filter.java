package webhookinspector.subscription;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Event;

/**
 * Which events a webhook lets through. The keys of one filter must all hold; of several filters one
 * must hold; a missing key lets anything through (webhooks guide).
 *
 * @param resourceType of the changed resource, such as {@code task}; null for any
 * @param resourceSubtype such as {@code milestone} or {@code comment_added}; null for any
 * @param action of the event, not of its change; null for any
 * @param fields compared with {@code change.field}; empty for any; only with the action {@code
 *     changed}
 */
public record Filter(
    @Nullable String resourceType,
    @Nullable String resourceSubtype,
    @Nullable String action,
    List<String> fields) {

  /** Lets everything through. */
  public static final Filter ANY = new Filter(null, null, null, List.of());

  public Filter {
    fields = List.copyOf(fields);
  }

  /**
   * Reads {@code resource_type=task,action=changed,fields=due_on+assignee}.
   *
   * @throws IllegalArgumentException for an unknown key, a key given twice or an empty value
   */
  public static Filter parse(String text) {
    String type = null;
    String subtype = null;
    String action = null;
    List<String> fields = List.of();
    var seen = new ArrayList<String>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      String value = equals < 0 ? "" : part.substring(equals + 1).strip();
      if (value.isEmpty()) {
        throw new IllegalArgumentException(
            "filter: " + part + " (expected: key=value, such as resource_type=task)");
      }
      if (seen.contains(key)) {
        throw new IllegalArgumentException(
            "filter: " + key + " stands twice (expected: once; give --filter again for OR)");
      }
      seen.add(key);
      switch (key) {
        case "resource_type" -> type = value;
        case "resource_subtype" -> subtype = value;
        case "action" -> action = value;
        case "fields" -> fields = List.of(value.split("\\+"));
        default ->
            throw new IllegalArgumentException(
                "filter: "
                    + key
                    + " (expected: resource_type, resource_subtype, action or fields)");
      }
    }
    return new Filter(type, subtype, action, fields);
  }

  /** Whether this filter lets an event through. */
  public boolean matches(Event event) {
    return is(resourceType, event.resource().resourceType())
        && is(resourceSubtype, event.resource().resourceSubtype())
        && is(action, event.action())
        && (fields.isEmpty()
            || (event.change() != null && fields.contains(event.change().field())));
  }

  private static boolean is(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }

  /** The form that {@link #parse} reads; "everything" for {@link #ANY}. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    if (resourceType != null) {
      parts.add("resource_type=" + resourceType);
    }
    if (resourceSubtype != null) {
      parts.add("resource_subtype=" + resourceSubtype);
    }
    if (action != null) {
      parts.add("action=" + action);
    }
    if (!fields.isEmpty()) {
      parts.add("fields=" + String.join("+", fields));
    }
    return parts.isEmpty() ? "everything" : String.join(",", parts);
  }
}
