package webhookinspector.world;

/** Where a task stands: one of its {@code memberships}. */
public record Place(Item project, Item section) {}
