package webhookinspector.rest;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls that most types have: show, list, create, update, delete, and actions without data. */
final class Items {

  /** Where things of a type are found when that is not the type's name with an s. */
  private static final Map<Type, String> PLURALS = Map.of(Type.STORY, "stories");

  private final Router router;
  private final Lookup lookup;
  private final Paging paging;
  private final Edits edits;

  Items(Router router, World world, Lookup lookup, Paging paging) {
    this.router = router;
    this.lookup = lookup;
    this.paging = paging;
    this.edits = new Edits(world);
  }

  Lookup lookup() {
    return lookup;
  }

  Edits edits() {
    return edits;
  }

  private static String plural(Type type) {
    return PLURALS.getOrDefault(type, type.word() + "s");
  }

  /** {@code GET} of one thing. */
  void show(Type type, String scope) {
    router.add(
        "GET",
        "/" + plural(type) + "/{gid}",
        scope + ":read",
        request -> shown(request, lookup.inPath(request, type)));
  }

  private static Reply shown(Request request, Item item) {
    return Reply.data(Records.full(item, request.fields()));
  }

  /** {@code GET}, {@code PUT} and {@code DELETE} of one thing. */
  void keep(Type type, String scope, Form form) {
    show(type, scope);
    change(type, scope, form);
    delete(type, scope, (request, item) -> edits.delete(item, request.caller().user()));
  }

  /** {@code PUT} of one thing. */
  void change(Type type, String scope, Form form) {
    router.add(
        "PUT",
        "/" + plural(type) + "/{gid}",
        scope + ":write",
        request -> {
          Item item = lookup.inPath(request, type);
          form.change(request, lookup, edits, item);
          return shown(request, item);
        });
  }

  /** What a call does with the thing that its path names. */
  interface OnItem {
    void act(Request request, Item item);
  }

  void delete(Type type, String scope, OnItem action) {
    act("DELETE", "/" + plural(type) + "/{gid}", type, scope + ":delete", action);
  }

  /** A call that answers with an empty record. */
  void act(String method, String path, Type type, String scope, OnItem action) {
    router.add(
        method,
        path,
        scope,
        request -> {
          action.act(request, lookup.inPath(request, type));
          return Reply.done();
        });
  }

  /** A list without a thing in its path, or with one that does not matter. */
  void list(String path, String scope, Function<Request, Stream<Item>> items) {
    router.add("GET", path, scope + ":read", request -> page(request, items.apply(request)));
  }

  /** The parts of the thing that the path names. */
  void listOf(String path, Type of, String scope, Function<Item, Stream<Item>> items) {
    list(path, scope, request -> items.apply(lookup.inPath(request, of)));
  }

  Reply page(Request request, Stream<Item> items) {
    return paging.page(request, items.toList(), item -> Records.compact(item, request.fields()));
  }

  void create(String path, String scope, Function<Request, Item> make) {
    router.add(
        "POST",
        path,
        scope + ":write",
        request -> {
          Item item = make.apply(request);
          ObjectNode data = Records.full(item, request.fields());
          String location = "/" + plural(item.type()) + "/" + item.gid();
          return Reply.created(Json.object().set("data", data), location);
        });
  }

  /** Makes something, with the fields of a form already set. */
  Item filled(Request request, Form form, Item fresh) {
    form.fill(request, lookup, edits, fresh);
    return fresh;
  }

  /** For calls that have no name of their own here. */
  void route(String method, String path, String scope, Router.Handler handler) {
    router.add(method, path, scope, handler);
  }

  /** Does something with each thing that an input lists. */
  void eachInput(Request request, Type type, String name, Consumer<Item> action) {
    lookup.listInInput(request, type, name).forEach(action);
  }
}
