package webhookinspector.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.event.Ref;
import webhookinspector.world.Item;
import webhookinspector.world.Place;
import webhookinspector.world.Type;

/** Writes things of the world as records: compact, full, or with the fields that were named. */
final class Records {

  /** In full records only when they are asked for, as Asana does with what is costly. */
  private static final Set<String> ON_REQUEST =
      Set.of(
          "completed_by", "dependencies", "dependents", "html_notes", "html_text", "num_subtasks");

  private static final List<String> OF_A_STORY =
      List.of(
          "gid", "resource_type", "resource_subtype", "created_at", "created_by", "text", "type");

  private Records() {}

  /** The full record, unless fields are named. */
  static ObjectNode full(Item item, Fields fields) {
    return fields.areDefault() ? whole(item) : chosen(item, fields);
  }

  /** The compact record, unless fields are named. */
  static ObjectNode compact(Item item, Fields fields) {
    if (!fields.areDefault()) {
      return chosen(item, fields);
    }
    return item.type() == Type.STORY ? whole(item).retain(OF_A_STORY) : compact(item.ref());
  }

  /** Id, type, name and, where there is one, subtype. */
  static ObjectNode compact(Ref ref) {
    ObjectNode out = Json.object();
    out.put("gid", ref.gid());
    out.put("resource_type", ref.type().orElse(""));
    if (ref.name() != null && !ref.name().isEmpty()) {
      out.put("name", ref.name());
    }
    ref.subtype().ifPresent(subtype -> out.put("resource_subtype", subtype));
    return out;
  }

  private static ObjectNode whole(Item item) {
    ObjectNode out = compact(item.ref());
    item.fields()
        .forEach(
            (name, value) -> {
              if (!ON_REQUEST.contains(name) && !isCreatorOfTask(item, name)) {
                out.set(name, value(value, Fields.DEFAULT));
              }
            });
    return out;
  }

  /** In a task's record only on request, and then without a name (API description). */
  private static boolean isCreatorOfTask(Item item, String field) {
    return item.type() == Type.TASK && field.equals("created_by");
  }

  private static ObjectNode chosen(Item item, Fields fields) {
    ObjectNode out = Json.object();
    out.put("gid", item.gid());
    ObjectNode known = compact(item.ref());
    for (String name : fields.named().keySet()) {
      if (item.fields().containsKey(name)) {
        JsonNode value = value(item.get(name), fields.inside(name));
        out.set(name, value);
        if (isCreatorOfTask(item, name) && value instanceof ObjectNode creator) {
          creator.retain("gid", "resource_type");
        }
      } else if (known.has(name)) {
        out.set(name, known.get(name));
      }
    }
    return out;
  }

  private static JsonNode value(@Nullable Object value, Fields inside) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case null -> nodes.nullNode();
      case String text -> nodes.stringNode(text);
      case Boolean flag -> nodes.booleanNode(flag);
      case Integer number -> nodes.numberNode(number);
      case Item item -> inside.areDefault() ? compact(item.ref()) : chosen(item, inside);
      case Place place -> place(place, inside);
      case List<?> list -> list(list, inside);
      default -> throw new IllegalStateException("field: " + value.getClass());
    };
  }

  private static ArrayNode list(List<?> values, Fields inside) {
    ArrayNode out = Json.array();
    values.forEach(value -> out.add(value(value, inside)));
    return out;
  }

  private static ObjectNode place(Place place, Fields inside) {
    ObjectNode out = Json.object();
    if (inside.areDefault() || inside.has("project")) {
      out.set("project", compact(place.project(), inside.inside("project")));
    }
    if (inside.areDefault() || inside.has("section")) {
      out.set("section", compact(place.section(), inside.inside("section")));
    }
    return out;
  }

  /** Of a record that is written out already: its id and the fields that were named. */
  static ObjectNode pick(ObjectNode record, Fields fields) {
    if (fields.areDefault()) {
      return record;
    }
    ObjectNode out = Json.object();
    record
        .properties()
        .forEach(
            field -> {
              if (field.getKey().equals("gid") || fields.has(field.getKey())) {
                out.set(field.getKey(), pick(field.getValue(), fields.inside(field.getKey())));
              }
            });
    return out;
  }

  private static JsonNode pick(JsonNode value, Fields fields) {
    if (value instanceof ObjectNode object) {
      return pick(object, fields);
    }
    if (value instanceof ArrayNode list) {
      ArrayNode out = Json.array();
      list.forEach(each -> out.add(pick(each, fields)));
      return out;
    }
    return value;
  }
}
