package webhookinspector.conform;

import static webhookinspector.conform.Group.CONTENT;

import java.util.List;
import webhookinspector.delivery.Body;

/** What genuine bodies may hold. Whatever is signed must be accepted, understood or not. */
final class ContentChecks {

  private ContentChecks() {}

  static List<Case> all() {
    return List.of(
        must(
            "null-user",
            "Accepts an event without a user",
            "Changes that Asana itself makes have \"user\": null.",
            Source.API,
            bodies ->
                Bodies.of(
                    bodies.task(bodies.gid()).replaceAll("\"user\":\\{.*}}", "\"user\":null}"))),
        must(
            "parent-present",
            "Accepts an event with a parent of any type",
            "added and removed name the container: a project, a section or a task; everything else"
                + " has \"parent\": null.",
            Source.API,
            bodies ->
                Bodies.of(
                    added(bodies, Bodies.ref(bodies.gid(), "project"))
                        + ","
                        + added(bodies, Bodies.ref(bodies.gid(), "section"))
                        + ","
                        + added(bodies, Bodies.taskRef(bodies.gid())))),
        must(
            "missing-change",
            "Accepts an event without change",
            "change is there only with the action changed; with all others the key is missing.",
            Source.API,
            bodies -> Bodies.of(bodies.event("deleted", "", "null", Bodies.taskRef(bodies.gid())))),
        must(
            "change-values",
            "Accepts a change with new, added and removed values",
            "Values that are resources themselves come along: users, tags, whole custom fields.",
            Source.API,
            ContentChecks::values),
        must(
            "unknown-action",
            "Accepts an action that it does not know",
            "Asana's list of actions is not exhaustive and may grow.",
            Source.GUIDE,
            bodies ->
                Bodies.of(bodies.event("archived", "", "null", Bodies.taskRef(bodies.gid())))),
        must(
            "unknown-type",
            "Accepts a resource type that it does not know",
            "Events rise from resources below the one you watch, and new types are added.",
            Source.GUIDE,
            bodies ->
                Bodies.of(bodies.event("added", "", "null", Bodies.ref(bodies.gid(), "hologram")))),
        must(
            "unknown-field",
            "Accepts keys that it does not know",
            "New keys are not a breaking change at Asana, so they come unannounced.",
            Source.API,
            ContentChecks::unknownKeys),
        must(
            "many-events",
            "Accepts a delivery with 120 events",
            "After a pause one body holds everything since the last delivery.",
            Source.GUIDE,
            bodies -> bodies.batch(120)),
        large());
  }

  /** Makes a genuine body. */
  @FunctionalInterface
  private interface Maker {
    Body by(Bodies bodies);
  }

  private static Case must(String id, String title, String why, String source, Maker maker) {
    return Case.must(CONTENT, id, Mistake.FRAGILE_PARSER)
        .title(title)
        .why(why, source)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Answer answer = receiver.deliver(maker.by(receiver.bodies()));
              return Expect.first(
                  () -> Expect.accepted(answer, "This genuine body"),
                  () -> Timing.judge(receiver, List.of(answer)));
            });
  }

  private static Case large() {
    return Case.must(CONTENT, "large-body", Mistake.FRAGILE_HTTP)
        .title("Accepts a body of 1 MB")
        .why(
            "No limit is documented, and a batch after an outage grows. Many frameworks stop at"
                + " 100 kB unless told otherwise, and every try fails in the same way.",
            Source.GUIDE)
        .mend("Raise the body limit of the framework and of the proxy before it to 1 MiB or more.")
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              String one = receiver.bodies().batch(1).text();
              Body body = receiver.bodies().batch(1_000_000 / (one.length() - 12));
              return Expect.accepted(receiver.deliver(body), "A body of " + body.size() + " bytes");
            });
  }

  private static String added(Bodies bodies, String parent) {
    return bodies.event("added", "", parent, Bodies.taskRef(bodies.gid()));
  }

  private static Body values(Bodies bodies) {
    String user = Bodies.ref(bodies.gid(), "user");
    return Bodies.of(
        changed(
                bodies,
                "{\"action\":\"changed\",\"field\":\"assignee\",\"new_value\":" + user + "}")
            + ","
            + changed(bodies, "{\"action\":\"changed\",\"field\":\"assignee\",\"new_value\":null}")
            + ","
            + changed(
                bodies,
                "{\"action\":\"added\",\"added_value\":" + user + ",\"field\":\"followers\"}")
            + ","
            + changed(
                bodies,
                "{\"action\":\"removed\",\"field\":\"followers\",\"removed_value\":" + user + "}")
            + ","
            + changed(
                bodies,
                "{\"action\":\"changed\",\"field\":\"custom_fields\",\"new_value\":{\"enum_value\":"
                    + "{\"gid\":\"12\",\"resource_type\":\"enum_option\"},\"gid\":\"13\"}}"));
  }

  private static String changed(Bodies bodies, String change) {
    return bodies.event("changed", change, "null", Bodies.taskRef(bodies.gid()));
  }

  private static Body unknownKeys(Bodies bodies) {
    String event = bodies.task(bodies.gid());
    return Body.of(
        "{\"events\":["
            + event.substring(0, event.length() - 1)
            + ",\"x_depth\":{\"a\":[1,true,null]}}],\"x_trace\":\"abc\"}");
  }
}
