package webhookinspector.rest;

import java.util.List;
import java.util.stream.Stream;
import webhookinspector.world.Groups;
import webhookinspector.world.Item;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about users, workspaces and teams, and who is a member of what. */
final class PeopleCalls {

  private final World world;
  private final Items items;
  private final Groups groups;

  PeopleCalls(World world, Items items) {
    this.world = world;
    this.items = items;
    this.groups = new Groups(world);
  }

  void add() {
    items.show(Type.USER, "users");
    for (String path : List.of("/users", "/workspaces/{gid}/users", "/teams/{gid}/users")) {
      items.list(path, "users", request -> world.people().stream());
    }
    items.show(Type.WORKSPACE, "workspaces");
    items.change(Type.WORKSPACE, "workspaces", Form.NAMED);
    items.list("/workspaces", "workspaces", request -> Stream.of(world.workspace()));
    items.keep(Type.TEAM, "teams", Form.NAMED);
    for (String path :
        List.of("/workspaces/{gid}/teams", "/organizations/{gid}/teams", "/users/{gid}/teams")) {
      items.list(path, "teams", request -> world.all(Type.TEAM));
    }
    items.create(
        "/teams",
        "teams",
        request -> groups.createTeam(request.required("name"), request.caller().user()));
    members(Type.WORKSPACE, Type.WORKSPACE_MEMBERSHIP, "workspaces");
    members(Type.TEAM, Type.TEAM_MEMBERSHIP, "teams");
    projectMembers();
  }

  private void members(Type group, Type membership, String scope) {
    String path = "/" + group.word() + "s/{gid}";
    items.show(membership, scope);
    items.listOf(
        path + "/" + membership.word() + "s", group, scope, item -> item.parts(membership));
    items.route(
        "POST",
        path + "/addUser",
        scope + ":write",
        request -> {
          Item user = newcomer(request, group);
          groups.join(items.lookup().inPath(request, group), membership, user, user);
          return Reply.data(Records.full(user, request.fields()));
        });
    items.act(
        "POST",
        path + "/removeUser",
        group,
        scope + ":write",
        (request, item) -> {
          Item user = items.lookup().inInput(request, Type.USER, "user");
          groups.leave(item, membership, user, request.caller().user());
        });
  }

  /** A workspace may get users that nobody knew before, by their address. */
  private Item newcomer(Request request, Type group) {
    String user = request.required("user");
    boolean known = world.people().stream().anyMatch(each -> user.equals(each.get("email")));
    return group == Type.WORKSPACE && user.contains("@") && !known
        ? world.welcome(user)
        : items.lookup().inInput(request, Type.USER, "user");
  }

  private void projectMembers() {
    items.show(Type.PROJECT_MEMBERSHIP, "project_memberships");
    items.listOf(
        "/projects/{gid}/project_memberships",
        Type.PROJECT,
        "project_memberships",
        project -> project.parts(Type.PROJECT_MEMBERSHIP));
    items.route(
        "POST",
        "/projects/{gid}/addMembers",
        "projects:write",
        request -> onMembers(request, true));
    items.route(
        "POST",
        "/projects/{gid}/removeMembers",
        "projects:write",
        request -> onMembers(request, false));
  }

  private Reply onMembers(Request request, boolean joins) {
    Item project = items.lookup().inPath(request, Type.PROJECT);
    Item by = request.caller().user();
    items.eachInput(
        request,
        Type.USER,
        "members",
        user -> {
          if (joins) {
            groups.join(project, Type.PROJECT_MEMBERSHIP, user, by);
          } else {
            groups.leave(project, Type.PROJECT_MEMBERSHIP, user, by);
          }
        });
    return Reply.data(Records.full(project, request.fields()));
  }
}
