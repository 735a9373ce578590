package webhookinspector.event;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import webhookinspector.delivery.Body;

/**
 * Reads bodies token by token: no tree, bounded depth, numbers and strings; keys in any order,
 * unknown ones passed over.
 */
final class EventReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Content.MAX_DEPTH)
                  .maxNumberLength(1_000)
                  .maxNameLength(10_000)
                  .build())
          .build();

  private final JsonParser in;
  private final List<Event> events = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();

  private EventReader(JsonParser in) {
    this.in = in;
  }

  static Content read(Body body) {
    if (body.size() == 0) {
      return new Content.Junk("the body is empty");
    }
    ByteBuffer view = body.view();
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    try (JsonParser in = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), bytes)) {
      return new EventReader(in).content();
    } catch (StreamConstraintsException e) {
      return new Content.Junk("the JSON is deeper or has longer numbers than we read");
    } catch (JacksonException e) {
      return new Content.Junk(problem(e));
    }
  }

  private static String problem(JacksonException e) {
    String where =
        " at byte " + Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate")
        ? "a key stands twice" + where + ", so the body means different things to different readers"
        : "not JSON" + where;
  }

  private Content content() {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      return new Content.Junk("not a JSON object with events");
    }
    boolean found = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = in.currentName();
      JsonToken value = in.nextToken();
      if (key.equals("events") && value == JsonToken.START_ARRAY) {
        found = true;
        readEvents();
      } else {
        oddities.add("unknown key beside events");
        in.skipChildren();
      }
    }
    if (in.nextToken() != null) {
      return new Content.Junk("there is more after the JSON object");
    }
    if (!found) {
      return new Content.Junk("no list called events");
    }
    if (events.isEmpty() && oddities.isEmpty()) {
      return new Content.Heartbeat();
    }
    return events.isEmpty()
        ? new Content.Junk("no event that can be read: " + oddities.getFirst())
        : new Content.Events(events, oddities);
  }

  private void readEvents() {
    int index = 0;
    for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY && t != null; t = in.nextToken()) {
      if (t == JsonToken.START_OBJECT) {
        readEvent(index);
      } else {
        odd(index, "is not an object");
        in.skipChildren();
      }
      index++;
    }
  }

  private void odd(int index, String what) {
    if (oddities.size() < 20) {
      oddities.add("event " + index + " " + what);
    }
  }

  private void readEvent(int index) {
    String action = "";
    String type = null;
    Ref resource = null;
    Ref parent = null;
    Ref user = null;
    Instant createdAt = null;
    Change change = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "action" -> action = orEmpty(scalar());
        case "type" -> type = scalar();
        case "resource" -> resource = ref();
        case "parent" -> parent = ref();
        case "user" -> user = ref();
        case "created_at" -> createdAt = instant(scalar());
        case "change" -> change = change();
        default -> in.skipChildren();
      }
    }
    if (resource == null) {
      odd(index, "has no resource");
      return;
    }
    if (resource.resourceType() == null && type != null) {
      resource = new Ref(resource.gid(), type, resource.resourceSubtype(), resource.name());
    }
    if (createdAt == null) {
      odd(index, "has no readable created_at");
    }
    events.add(new Event(action, resource, parent, user, createdAt, change));
  }

  /** An object with a gid, or a bare id as before the string migration, or null. */
  private @Nullable Ref ref() {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      String bare = scalar();
      return bare == null || !isNumber(bare) ? null : new Ref(bare, null, null, null);
    }
    String gid = null;
    String type = null;
    String subtype = null;
    String name = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "gid" -> gid = scalar();
        case "id" -> gid = gid == null ? scalar() : gid;
        case "resource_type" -> type = scalar();
        case "resource_subtype" -> subtype = scalar();
        case "name" -> name = scalar();
        default -> in.skipChildren();
      }
    }
    return gid == null ? null : new Ref(gid, type, subtype, name);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private @Nullable Change change() {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return null;
    }
    String field = "";
    String action = "";
    Ref newValue = null;
    Ref added = null;
    Ref removed = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "field" -> field = orEmpty(scalar());
        case "action" -> action = orEmpty(scalar());
        case "new_value" -> newValue = ref();
        case "added_value" -> added = ref();
        case "removed_value" -> removed = ref();
        default -> in.skipChildren();
      }
    }
    return new Change(field, action, newValue, added, removed);
  }

  /** A string or a number, digit for digit; anything else is passed over. */
  private @Nullable String scalar() {
    JsonToken t = in.currentToken();
    if (t == JsonToken.VALUE_STRING || t == JsonToken.VALUE_NUMBER_INT) {
      return in.getString();
    }
    in.skipChildren();
    return null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
