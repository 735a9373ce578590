package webhookinspector.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Teams, and who is a member of workspaces, teams and projects. */
public final class Groups {

  private final World world;
  private final Edits edits;

  public Groups(World world) {
    this.world = world;
    this.edits = new Edits(world);
  }

  public Item createTeam(String name, @Nullable Item user) {
    Item team = world.create(Type.TEAM, null, name).within(world.workspace());
    team.with("description", "").with("organization", world.workspace());
    world.tell("added", team, world.workspace(), user);
    return team;
  }

  /** One {@code added} event of the membership, unless the user is a member already. */
  public void join(Item group, Type kind, Item member, @Nullable Item user) {
    if (membership(group, kind, member).isPresent()) {
      return;
    }
    Item membership = world.create(kind, null, "").within(group);
    membership
        .with("user", member)
        .with("parent", group)
        .with(kind == Type.TEAM_MEMBERSHIP ? "team" : group.type().word(), group);
    group.hold(membership);
    if (kind == Type.PROJECT_MEMBERSHIP) {
      edits.fill(group, "members", Edits.plus(group.list("members"), member));
    }
    world.tell("added", membership, group, user);
  }

  /** One {@code removed} event, if the user was a member. */
  public void leave(Item group, Type kind, Item member, @Nullable Item user) {
    membership(group, kind, member)
        .ifPresent(
            membership -> {
              group.drop(membership);
              membership.setDeleted(true);
              if (kind == Type.PROJECT_MEMBERSHIP) {
                edits.fill(group, "members", Edits.minus(group.list("members"), member));
              }
              world.tell("removed", membership, group, user);
            });
  }

  private static Optional<Item> membership(Item group, Type kind, Item member) {
    return group.parts(kind).filter(each -> member.equals(each.get("user"))).findFirst();
  }
}
