package webhookinspector.rest;

import java.util.List;
import webhookinspector.world.Item;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about users, workspaces and teams, which nobody can change here. */
final class PeopleCalls {

  private final World world;
  private final Lookup lookup;
  private final Paging paging;

  PeopleCalls(World world, Lookup lookup, Paging paging) {
    this.world = world;
    this.lookup = lookup;
    this.paging = paging;
  }

  void addTo(Router router) {
    show(router, "/users/{gid}", Type.USER, "users:read");
    show(router, "/workspaces/{gid}", Type.WORKSPACE, "workspaces:read");
    show(router, "/teams/{gid}", Type.TEAM, "teams:read");
    list(router, "/users", Type.USER, "users:read");
    list(router, "/workspaces", Type.WORKSPACE, "workspaces:read");
    list(router, "/workspaces/{gid}/users", Type.USER, "users:read");
    list(router, "/workspaces/{gid}/teams", Type.TEAM, "teams:read");
    list(router, "/organizations/{gid}/teams", Type.TEAM, "teams:read");
    list(router, "/users/{gid}/teams", Type.TEAM, "teams:read");
    list(router, "/teams/{gid}/users", Type.USER, "users:read");
  }

  private void show(Router router, String path, Type type, String scope) {
    router.add(
        "GET",
        path,
        scope,
        request -> Reply.data(Records.full(lookup.inPath(request, type), request.fields())));
  }

  private void list(Router router, String path, Type type, String scope) {
    router.add(
        "GET",
        path,
        scope,
        request -> {
          List<Item> all = world.all(type).toList();
          return paging.page(request, all, item -> Records.compact(item, request.fields()));
        });
  }
}
