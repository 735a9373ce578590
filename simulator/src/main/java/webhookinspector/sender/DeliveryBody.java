package webhookinspector.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.world.Occurrence;
import webhookinspector.world.Times;

/**
 * Writes webhook bodies as they are on the wire: compact, ids without names, no {@code type}, and
 * keys in an order that differs from event to event.
 */
public final class DeliveryBody {

  static final Body HEARTBEAT = Body.of("{\"events\":[]}");

  private DeliveryBody() {}

  /**
   * @param seed decides the order of keys; the same seed gives the same bytes
   */
  public static Body of(List<Occurrence> occurrences, long seed) {
    var out = new StringBuilder(occurrences.size() * 330 + 16).append("{\"events\":[");
    String separator = "";
    for (Occurrence occurrence : occurrences) {
      out.append(separator);
      separator = ",";
      write(out, occurrence.event(), new SplittableRandom(seed ^ occurrence.number() * 31));
    }
    return Body.of(out.append("]}").toString());
  }

  private static void write(StringBuilder out, Event event, SplittableRandom random) {
    var fields = new ArrayList<String>(6);
    fields.add("\"user\":" + ref(event.user()));
    fields.add(
        "\"created_at\":\""
            + (event.createdAt() == null ? "" : Times.text(event.createdAt()))
            + "\"");
    fields.add("\"action\":\"" + event.action() + "\"");
    fields.add("\"resource\":" + ref(event.resource()));
    fields.add("\"parent\":" + ref(event.parent()));
    if (event.change() != null) {
      fields.add("\"change\":" + change(event.change()));
    }
    String separator = "{";
    while (!fields.isEmpty()) {
      out.append(separator).append(fields.remove(random.nextInt(fields.size())));
      separator = ",";
    }
    out.append('}');
  }

  private static String ref(@Nullable Ref ref) {
    if (ref == null) {
      return "null";
    }
    String subtype =
        ref.resourceSubtype() == null
            ? ""
            : ",\"resource_subtype\":\"" + ref.resourceSubtype() + "\"";
    return "{\"gid\":\""
        + ref.gid()
        + "\",\"resource_type\":\""
        + ref.type().orElse("")
        + "\""
        + subtype
        + "}";
  }

  private static String change(Change change) {
    var out = new StringBuilder(120);
    out.append("{\"field\":\"").append(change.field());
    out.append("\",\"action\":\"").append(change.action()).append('"');
    value(out, "new_value", change.newValue());
    value(out, "added_value", change.addedValue());
    value(out, "removed_value", change.removedValue());
    return out.append('}').toString();
  }

  private static void value(StringBuilder out, String key, @Nullable Ref value) {
    if (value != null) {
      out.append(",\"").append(key).append("\":").append(ref(value));
    }
  }
}
