package webhookinspector.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;

/**
 * One thing in the local Asana, with the fields that its full record shows. Values are strings,
 * booleans, numbers, instants, items, places, lists of those, or null. Only read and changed while
 * the world is held.
 */
public final class Item {

  private final String gid;
  private final Type type;
  private final @Nullable String subtype;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private Set<Item> parts = Set.of();
  private Set<Item> portfolios = Set.of();
  private @Nullable Item whole;
  private boolean deleted;

  Item(String gid, Type type, @Nullable String subtype) {
    this.gid = gid;
    this.type = type;
    this.subtype = subtype;
  }

  public String gid() {
    return gid;
  }

  public Type type() {
    return type;
  }

  /** Such as {@code default_task}; null for types without subtypes. */
  public @Nullable String subtype() {
    return subtype;
  }

  /** "" for what has no name. */
  public String name() {
    return fields.get("name") instanceof String name ? name : "";
  }

  public boolean deleted() {
    return deleted;
  }

  /** As the full record shows them, in its order. */
  public Map<String, @Nullable Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  public boolean is(String field) {
    return Boolean.TRUE.equals(fields.get(field));
  }

  /** The value of a field that holds a list. */
  public List<?> list(String field) {
    return fields.get(field) instanceof List<?> list ? list : List.of();
  }

  /** What it is made of and not deleted: sections of a project, tasks of a section, and so on. */
  public Stream<Item> parts(Type kind) {
    return parts.stream().filter(part -> part.type == kind && !part.deleted);
  }

  /** What it lies in: a section's project, a subtask's task, a story's task; null at the top. */
  public @Nullable Item whole() {
    return whole;
  }

  /** Those that show this project. */
  public Set<Item> portfolios() {
    return Collections.unmodifiableSet(portfolios);
  }

  /** With its name as it is now. */
  public Ref ref() {
    return new Ref(gid, type.word(), subtype, name());
  }

  Item with(String field, @Nullable Object value) {
    fields.put(field, value);
    return this;
  }

  Item within(@Nullable Item container) {
    whole = container;
    return this;
  }

  void hold(Item part) {
    if (parts.isEmpty()) {
      parts = new LinkedHashSet<>();
    }
    parts.add(part);
  }

  void drop(Item part) {
    if (!parts.isEmpty()) {
      parts.remove(part);
    }
  }

  void shownIn(Item portfolio, boolean now) {
    if (portfolios.isEmpty()) {
      portfolios = new LinkedHashSet<>();
    }
    if (now) {
      portfolios.add(portfolio);
    } else {
      portfolios.remove(portfolio);
    }
  }

  void setDeleted(boolean now) {
    deleted = now;
  }

  @Override
  public String toString() {
    return type.word() + " " + gid + (name().isEmpty() ? "" : " " + name());
  }
}
