package webhookinspector.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Item;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/**
 * What somebody may mean by a few letters. Asana looks at more than we do: at what the user met
 * lately.
 */
final class TypeaheadCalls {

  private static final List<Type> TYPES =
      List.of(Type.PROJECT, Type.TASK, Type.USER, Type.TAG, Type.TEAM, Type.PORTFOLIO, Type.GOAL);

  /** Unless told, and at most (API description, typeahead). */
  private static final int COUNT = 20;

  private static final int MOST = 100;

  private final World world;
  private final Items items;

  TypeaheadCalls(World world, Items items) {
    this.world = world;
    this.items = items;
  }

  void add() {
    items.list("/workspaces/{gid}/typeahead", "workspaces.typeahead", this::meant);
  }

  private Stream<Item> meant(Request request) {
    String word = request.required("resource_type");
    Type type =
        TYPES.stream()
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow(() -> Refused.badRequest("resource_type: Not a valid type: " + word));
    String query = request.text("query").orElse("").toLowerCase(Locale.ROOT);
    double count = Control.number("count", request.text("count").orElse(Integer.toString(COUNT)));
    return (type == Type.USER ? world.people().stream() : world.all(type))
        .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(query))
        .limit(Math.min(MOST, Math.max(1, (long) count)));
  }
}
