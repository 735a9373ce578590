package webhookinspector.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Change;
import webhookinspector.event.Ref;

/** Changes of single fields, the same for every type of thing. */
public final class Edits {

  private final World world;

  public Edits(World world) {
    this.world = world;
  }

  /**
   * Sets a field: one {@code changed} event, unless it has that value already. The event holds the
   * new value only when that is a thing itself.
   */
  public void set(Item item, String field, @Nullable Object value, @Nullable Item user) {
    if (Objects.equals(item.get(field), value)) {
      return;
    }
    put(item, field, value);
    Ref now = value instanceof Item thing ? thing.ref() : null;
    world.tellChange(item, user, new Change(field, "changed", now, null, null));
  }

  /** Adds to a field that holds a list, such as followers or tags. */
  public void add(Item item, String field, Item value, @Nullable Item user) {
    List<?> before = item.list(field);
    if (!before.contains(value)) {
      put(item, field, plus(before, value));
      world.tellChange(item, user, new Change(field, "added", null, value.ref(), null));
    }
  }

  /** Takes out of a field that holds a list. */
  public void remove(Item item, String field, Item value, @Nullable Item user) {
    List<?> before = item.list(field);
    if (before.contains(value)) {
      put(item, field, minus(before, value));
      world.tellChange(item, user, new Change(field, "removed", null, null, value.ref()));
    }
  }

  static List<Object> plus(List<?> before, Item value) {
    var after = new ArrayList<Object>(before);
    if (!before.contains(value)) {
      after.add(value);
    }
    return List.copyOf(after);
  }

  static List<Object> minus(List<?> before, Item value) {
    var after = new ArrayList<Object>(before);
    after.remove(value);
    return List.copyOf(after);
  }

  /** Into the bin. */
  public void delete(Item item, @Nullable Item user) {
    if (!item.deleted()) {
      world.tell("deleted", item, null, user);
      item.setDeleted(true);
    }
  }

  /** Out of the bin. */
  public void undelete(Item item, @Nullable Item user) {
    if (item.deleted()) {
      item.setDeleted(false);
      world.tell("undeleted", item, null, user);
    }
  }

  /** Sets a field of a thing that nobody has learnt of yet. */
  public void fill(Item item, String field, @Nullable Object value) {
    item.with(field, value);
  }

  void put(Item item, String field, @Nullable Object value) {
    item.with(field, value);
    if (item.fields().containsKey("modified_at")) {
      item.with("modified_at", Times.text(world.now()));
    }
  }
}
