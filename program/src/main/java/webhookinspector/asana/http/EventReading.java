package webhookinspector.asana.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.asana.EventsPage;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

/** Pages of the events endpoint as our values. */
final class EventReading {

  private EventReading() {}

  /** Empty when there is no token to go on with. */
  static Optional<EventsPage> page(JsonNode answer, boolean fresh) {
    String sync = Json.text(answer, "sync");
    return sync == null
        ? Optional.empty()
        : Optional.of(
            new EventsPage(
                events(answer.path("data")),
                sync,
                answer.path("has_more").asBoolean(false),
                fresh));
  }

  private static List<Event> events(JsonNode list) {
    var events = new ArrayList<Event>();
    for (JsonNode node : list.values()) {
      Ref resource = Reading.ref(node.path("resource"), Json.text(node, "type")).orElse(null);
      if (resource != null) {
        events.add(
            new Event(
                Json.text(node, "action", ""),
                resource,
                orNull(node, "parent"),
                orNull(node, "user"),
                Json.instant(node, "created_at"),
                change(node.path("change"))));
      }
    }
    return events;
  }

  private static @Nullable Change change(JsonNode node) {
    return node.isObject()
        ? new Change(
            Json.text(node, "field", ""),
            Json.text(node, "action", ""),
            orNull(node, "new_value"),
            orNull(node, "added_value"),
            orNull(node, "removed_value"))
        : null;
  }

  private static @Nullable Ref orNull(JsonNode node, String name) {
    return Reading.ref(node.path(name), null).orElse(null);
  }
}
