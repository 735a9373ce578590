package webhookinspector.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.faults.Faults;
import webhookinspector.faults.StreamFault;
import webhookinspector.subscriptions.Refused;
import webhookinspector.subscriptions.Streams;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Item;
import webhookinspector.world.Times;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** {@code GET /events}: the changes of one task, project or goal since a sync token. */
final class EventCalls {

  private static final String TOO_OLD =
      "Sync token invalid or too old. If you are attempting to keep resources in sync, you must"
          + " fetch the full dataset for this query now and use the new sync token for the next"
          + " sync.";

  private static final Set<Type> FOLLOWED = Set.of(Type.TASK, Type.PROJECT, Type.GOAL);

  private final World world;
  private final Streams streams;
  private final Webhooks webhooks;
  private final Faults faults;

  EventCalls(World world, Streams streams, Webhooks webhooks, Faults faults) {
    this.faults = faults;
    this.world = world;
    this.streams = streams;
    this.webhooks = webhooks;
  }

  void addTo(Router router) {
    router.add("GET", "/events", "default", request -> read(request, request.required("resource")));
    for (String path :
        List.of("/tasks/{gid}/events", "/projects/{gid}/events", "/goals/{gid}/events")) {
      router.add("GET", path, "default", request -> read(request, request.name("gid")));
    }
  }

  private Reply read(Request request, String gid) {
    Item resource = world.find(gid).orElseThrow(() -> Refused.unknown("resource", gid));
    if (!FOLLOWED.contains(resource.type())) {
      throw Refused.badRequest("resource: Must be a task, project or goal: " + gid);
    }
    String sync = request.call().parameter("sync").orElse(null);
    if (sync == null && !streams.follows(request.caller(), gid)) {
      webhooks.checkRoom(gid);
    }
    StreamFault fault = faults.onPage(gid).orElse(null);
    String accepted = fault instanceof StreamFault.Expire ? null : sync;
    return switch (streams.read(request.caller(), gid, accepted)) {
      case Streams.Page.Start(String fresh) -> start(fresh);
      case Streams.Page.Events page -> page(request, page, fault);
    };
  }

  private static Reply start(String sync) {
    ObjectNode document = Json.object();
    document.putArray("errors").add(Json.object().put("message", TOO_OLD));
    return Reply.of(412, document.put("sync", sync));
  }

  private static Reply page(
      Request request, Streams.Page.Events page, @Nullable StreamFault fault) {
    ObjectNode document = Json.object();
    ArrayNode data = document.putArray("data");
    int every = fault instanceof StreamFault.Omit(int each) ? each : Integer.MAX_VALUE;
    for (int i = 0; i < page.events().size(); i++) {
      if (fault == null || i % every != 0) {
        Event event = page.events().get(i).event();
        data.add(Records.pick(record(event), request.fields()));
      }
    }
    return Reply.of(200, document.put("sync", page.sync()).put("has_more", page.hasMore()));
  }

  /** With names and the old {@code type}, unlike in webhook bodies. */
  private static ObjectNode record(Event event) {
    ObjectNode out = Json.object();
    set(out, "user", event.user());
    out.put("created_at", event.createdAt() == null ? null : Times.text(event.createdAt()));
    out.put("type", event.resource().type().orElse(""));
    out.put("action", event.action());
    set(out, "resource", event.resource());
    set(out, "parent", event.parent());
    Change change = event.change();
    if (change != null) {
      ObjectNode inner = out.putObject("change");
      inner.put("field", change.field()).put("action", change.action());
      setIfThere(inner, "new_value", change.newValue());
      setIfThere(inner, "added_value", change.addedValue());
      setIfThere(inner, "removed_value", change.removedValue());
    }
    return out;
  }

  private static void set(ObjectNode out, String key, @Nullable Ref ref) {
    if (ref == null) {
      out.putNull(key);
    } else {
      out.set(key, Records.compact(ref));
    }
  }

  private static void setIfThere(ObjectNode out, String key, @Nullable Ref ref) {
    if (ref != null) {
      out.set(key, Records.compact(ref));
    }
  }
}
