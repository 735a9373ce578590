package webhookinspector.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads lists of events token by token; unknown keys are passed over, keys come in any order. */
final class EventReader {

  private static final int MOST_ODDITIES = 20;

  private final JsonParser in;
  private final List<Event> events = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();

  /**
   * @param in at the beginning of a list
   */
  EventReader(JsonParser in) {
    this.in = in;
  }

  List<Event> events() {
    return events;
  }

  /** What was passed over, a line each. */
  List<String> oddities() {
    return oddities;
  }

  /** Reads to the list's end. */
  EventReader read() {
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
    return this;
  }

  private void odd(int index, String what) {
    if (oddities.size() < MOST_ODDITIES) {
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
    return text == null ? null : Moments.of(text);
  }
}
