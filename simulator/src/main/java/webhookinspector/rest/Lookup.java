package webhookinspector.rest;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Item;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** Finds the things that a path or an input names. Only used while the world is held. */
record Lookup(World world) {

  /**
   * What the path's {@code {gid}} names; {@code me} is the calling user, and users go by their
   * addresses, too.
   *
   * @throws Refused with 404 when there is no such thing
   */
  Item inPath(Request request, Type type) {
    return find(request, type, request.name("gid"));
  }

  Item find(Request request, Type type, String gid) {
    if (type == Type.USER && gid.equals("me")) {
      return request.caller().user();
    }
    if (type == Type.USER && gid.contains("@")) {
      return world
          .all(Type.USER)
          .filter(user -> gid.equals(user.get("email")))
          .findFirst()
          .orElseThrow(() -> Refused.unknown(type.word(), gid));
    }
    return world
        .find(gid)
        .filter(item -> item.type() == type)
        .orElseThrow(() -> Refused.unknown(type.word(), gid));
  }

  /**
   * What an input names.
   *
   * @throws Refused with 400 when the input is missing or names nothing of that type
   */
  Item inInput(Request request, Type type, String name) {
    return named(request, type, name, request.required(name));
  }

  private Item named(Request request, Type type, String name, String gid) {
    try {
      return find(request, type, gid);
    } catch (Refused e) {
      throw Refused.badRequest(name + ": Not a recognized ID: " + gid);
    }
  }

  /** What a list in the input names; a single text may hold several, parted by commas. */
  List<Item> listInInput(Request request, Type type, String name) {
    JsonNode value = request.raw(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<String> gids =
        value.isArray()
            ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asString).toList()
            : List.of(value.asString().split(","));
    return gids.stream().map(gid -> named(request, type, name, gid.strip())).toList();
  }
}
