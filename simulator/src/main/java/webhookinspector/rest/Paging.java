package webhookinspector.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.World;

/**
 * Cuts lists into pages. An offset is good for the call that gave it, and for a while. Only used
 * while the world is held.
 */
final class Paging {

  private static final int MOST_WITHOUT_LIMIT = 1_000;

  private final World world;
  private final Duration life;
  private final SplittableRandom random;
  private final String base;
  private final Map<String, Offset> offsets = new LinkedHashMap<>();

  /**
   * @param base of the addresses of next pages, such as {@code http://127.0.0.1:1/api/1.0}
   */
  Paging(World world, Duration life, long seed, String base) {
    this.world = world;
    this.life = life;
    this.random = new SplittableRandom(seed);
    this.base = base;
  }

  private record Offset(String path, int from, Instant madeAt) {}

  <T> Reply page(Request request, List<T> all, Function<T, ObjectNode> write) {
    ArrayNode data = Json.array();
    ObjectNode document = Json.object();
    document.set("data", data);
    int from = request.call().parameter("offset").map(o -> resolve(request, o)).orElse(0);
    if (request.call().parameter("limit").isEmpty()) {
      all.stream().skip(from).limit(MOST_WITHOUT_LIMIT).map(write).forEach(data::add);
      return Reply.of(200, document);
    }
    int limit = limit(request);
    all.stream().skip(from).limit(limit).map(write).forEach(data::add);
    if (from + limit < all.size()) {
      document.set("next_page", next(request, limit, from + limit));
    } else {
      document.putNull("next_page");
    }
    return Reply.of(200, document);
  }

  private static int limit(Request request) {
    String text = request.call().parameter("limit").orElse("");
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 100) {
      throw Refused.badRequest("limit: Must be between 1 and 100: " + text);
    }
    return Integer.parseInt(text);
  }

  private int resolve(Request request, String text) {
    forgetOld();
    Offset offset = offsets.get(text);
    if (offset == null || !offset.path.equals(request.call().path())) {
      throw Refused.badRequest("offset: Your pagination token has expired or is invalid.");
    }
    return offset.from;
  }

  private void forgetOld() {
    Instant oldest = world.now().minus(life);
    offsets.values().removeIf(offset -> offset.madeAt.isBefore(oldest));
  }

  private ObjectNode next(Request request, int limit, int from) {
    String token =
        "eyJ" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    forgetOld();
    offsets.put(token, new Offset(request.call().path(), from, world.now()));
    var query = new StringJoiner("&", "?", "");
    request.call().query().forEach((name, values) -> keep(query, name, values.getFirst()));
    String path = request.call().path() + query.add("limit=" + limit).add("offset=" + token);
    return Json.object().put("offset", token).put("path", path).put("uri", base + path);
  }

  private static void keep(StringJoiner query, String name, String value) {
    if (!name.equals("limit") && !name.equals("offset")) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
