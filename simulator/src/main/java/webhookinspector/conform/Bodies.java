package webhookinspector.conform;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import webhookinspector.delivery.Body;

/**
 * Bodies as Asana writes them: compact JSON, ids as strings, no names (captured deliveries). Keys
 * stand in alphabetical order and all is ASCII, so that a receiver which wrongly parses and writes
 * again still gets the same bytes: only the checks for that mistake shall find it.
 */
final class Bodies {

  static final Body HEARTBEAT = Body.of("{\"events\":[]}");

  private final SplittableRandom random;

  Bodies(SplittableRandom random) {
    this.random = random;
  }

  /** A new gid; no two are equal within a run, so it also marks a delivery. */
  synchronized String gid() {
    return "12" + random.nextLong(10_000_000_000_000L, 100_000_000_000_000L);
  }

  /** One ordinary change to one task. */
  Body ordinary() {
    return of(task(gid()));
  }

  /** One ordinary change to the task {@code gid}. */
  Body about(String gid) {
    return of(task(gid));
  }

  /** A batch of ordinary changes. */
  Body batch(int size) {
    return Body.of(
        IntStream.range(0, size)
            .mapToObj(_ -> task(gid()))
            .collect(Collectors.joining(",", "{\"events\":[", "]}")));
  }

  /** The event given, as the one in its body. */
  static Body of(String event) {
    return Body.of("{\"events\":[" + event + "]}");
  }

  String task(String gid) {
    return event("changed", "{\"action\":\"changed\",\"field\":\"name\"}", "null", taskRef(gid));
  }

  /**
   * @param change "" leaves the key out, as Asana does where nothing is {@code changed}
   */
  String event(String action, String change, String parent, String resource) {
    return """
    {"action":"%s",%s"created_at":"2026-06-12T08:41:02.318Z","parent":%s,"resource":%s,"user":%s}"""
        .formatted(
            action,
            change.isEmpty() ? "" : "\"change\":" + change + ",",
            parent,
            resource,
            ref(gid(), "user"));
  }

  static String taskRef(String gid) {
    return """
    {"gid":"%s","resource_subtype":"default_task","resource_type":"task"}"""
        .formatted(gid);
  }

  static String ref(String gid, String type) {
    return """
    {"gid":"%s","resource_type":"%s"}"""
        .formatted(gid, type);
  }
}
