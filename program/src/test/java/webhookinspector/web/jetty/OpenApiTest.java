package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.Examples;
import webhookinspector.feed.LineReader;
import webhookinspector.web.MemoryReplaying;
import webhookinspector.web.Refusal;

/** What {@code /api/v1/openapi.json} says is what the port does. */
class OpenApiTest {

  private static final Port PORT = Port.open();
  private static final JsonNode SPEC = LineReader.parse(Routes.description());

  @AfterAll
  static void close() {
    PORT.close();
  }

  @Test
  void describesEveryRouteAndNoOther() {
    var described = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> path : SPEC.path("paths").properties()) {
      path.getValue()
          .properties()
          .forEach(m -> described.add(m.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    var routes = new ArrayList<>(List.of("GET /healthz", "GET /readyz"));
    new Routes(PORT.admin, () -> "")
        .all()
        .forEach(route -> routes.add(route.method() + " " + route.pattern()));
    assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void isServed() {
    assertThat(PORT.get("/api/v1/openapi.json").body().strip()).isEqualTo(Routes.description());
  }

  @Test
  void namesEveryCodeOfARefusal() {
    var codes =
        SPEC.at("/components/schemas/Refusal/properties/code/enum").values().stream()
            .map(JsonNode::asString)
            .toList();
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Refusal.Code.values()).map(Refusal.Code::word).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/deliveries,          Deliveries",
    "GET,    /api/v1/deliveries/ID,       Detail",
    "GET,    /api/v1/deliveries/ID/diff/ID, Difference",
    "GET,    /api/v1/search?q=,           Hits",
    "GET,    /api/v1/filter-fields,       FilterFields",
    "GET,    /api/v1/deliveries/ID/previous, Previous",
    "GET,    /api/v1/resources?name=x,    Resources",
    "GET,    /api/v1/resources/1/timeline, Timeline",
    "GET,    /api/v1/deliveries/ID/attempts, Attempts",
    "GET,    /api/v1/answers,             Answers",
    "PUT,    /api/v1/answers,             Answers",
    "DELETE, /api/v1/answers,             Answers",
    "POST,   /api/v1/targets,             Target",
    "GET,    /api/v1/targets,             Targets",
    "GET,    /api/v1/targets/1/dead,      Letters",
    "GET,    /api/v1/targets/1/attempts,  Attempts",
    "POST,   /api/v1/targets/1/retries,   Retried",
    "GET,    /api/v1/events,              Events",
    "POST,   /api/v1/webhooks,            Webhook",
    "PUT,    /api/v1/deliveries/ID/pin,   Marked",
    "DELETE, /api/v1/deliveries/ID/pin,   Marked",
    "PUT,    /api/v1/deliveries/ID/note,  Marked",
    "PUT,    /api/v1/filters/due,         SavedFilter",
    "GET,    /api/v1/filters/due,         SavedFilter",
    "GET,    /api/v1/filters,             SavedFilters",
    "POST,   /api/v1/imports,             ImportReport",
    "GET,    /api/v1/retention,           Retention",
    "POST,   /api/v1/prunings,            Droppings",
    "GET,    /api/v1/webhooks,            Webhooks",
    "GET,    /api/v1/health,              Health",
    "GET,    /api/v1/inboxes,             Inboxes",
    "POST,   /api/v1/inboxes/by-hand/arm, Inbox",
    "GET,    /api/v1/alerts,              Alerts",
    "GET,    /api/v1/gaps,                Gaps",
    "GET,    /api/v1/arrivals,            ArrivalsOverTime",
    "GET,    /api/v1/overview,            Overview",
    "GET,    /api/v1/setup,               Conditions",
    "GET,    /api/v1/workspaces,          NamedResources",
    "POST,   /api/v1/webhooks/lint,       Linted",
    "GET,    /api/v1/simulator,           Simulator",
    "GET,    /api/v1/state,               State",
    "POST,   /api/v1/login-links,         LoginLink",
    "POST,   /api/v1/deliveries/ID/replays, SentAgain",
    "POST,   /api/v1/replays,             BegunReplay",
    "GET,    /api/v1/replays,             Replays",
    "GET,    /api/v1/replays/REPLAY,      Replay",
    "DELETE, /api/v1/replays/REPLAY,      Replay",
    "GET,    /api/v1/webhooks/x,          Refusal"
  })
  void answersInTheShapeThatIsDescribed(String method, String path, String schema) {
    PORT.admin.add(Examples.completed(1));
    PORT.send("POST", "/api/v1/webhooks", "{\"resource\":\"1\",\"filters\":[\"action=added\"]}");
    PORT.admin.savedFilters().save("due", "field=due_on");
    PORT.admin.forwarding().add("http://127.0.0.1/", "", List.of());
    String there = path.replace("ID", Examples.id(1)).replace("REPLAY", MemoryReplaying.ID);
    var answer = PORT.send(method, there, body(method, path));
    PORT.admin.forget();
    conforms(LineReader.parse(answer.body()), SPEC.at("/components/schemas/" + schema), schema);
  }

  private static String body(String method, String path) {
    if (!method.equals("PUT") && !method.equals("POST")) {
      return "";
    }
    if (path.endsWith("/replays")) {
      String which = path.contains("ID") ? "" : ",\"deliveries\":[\"1\"]";
      return "{\"target\":\"http://127.0.0.1/\",\"sign\":\"throw-away\"" + which + "}";
    }
    if (path.endsWith("/targets")) {
      return "{\"target\":\"http://127.0.0.1/\"}";
    }
    if (path.endsWith("/answers")) {
      return "{\"script\":\"fail 3\"}";
    }
    if (path.endsWith("/retries")) {
      return "{}";
    }
    if (path.endsWith("/prunings")) {
      return "{\"filter\":\"kind=junk\",\"dryRun\":true}";
    }
    if (path.endsWith("/note")) {
      return "{\"note\":\"see\"}";
    }
    if (path.contains("/filters/")) {
      return "{\"filter\":\"field=due_on\"}";
    }
    return method.equals("PUT") ? "{}" : "{\"resource\":\"1\"}";
  }

  /** Every name that is there is described, every name that is required is there, types agree. */
  private static void conforms(JsonNode value, JsonNode schema, String where) {
    if (schema.has("$ref")) {
      conforms(value, SPEC.at(schema.path("$ref").asString().substring(1)), where);
    } else if (schema.has("oneOf")) {
      if (!value.isNull()) {
        conforms(value, schema.path("oneOf").path(0), where);
      }
    } else if (!value.isNull() || !types(schema).contains("null")) {
      assertThat(types(schema)).as(where).contains(type(value));
      if (value.isObject() && schema.has("properties")) {
        var names = value.properties().stream().map(Map.Entry::getKey).toList();
        assertThat(names).as(where).containsExactlyElementsOf(required(schema));
        names.forEach(
            n -> conforms(value.path(n), schema.path("properties").path(n), where + "." + n));
      }
      value.values().stream()
          .filter(_ -> value.isArray())
          .forEach(item -> conforms(item, schema.path("items"), where + "[]"));
    }
    if (schema.has("enum")) {
      assertThat(schema.path("enum").values()).as(where).contains(value);
    }
  }

  private static List<String> required(JsonNode schema) {
    return schema.path("required").values().stream().map(JsonNode::asString).toList();
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.values().stream().map(JsonNode::asString).toList()
        : List.of(type.asString());
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isFloatingPointNumber() ? "number" : "integer";
      default -> "null";
    };
  }
}
