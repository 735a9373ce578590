package webhookinspector.inspection;

import java.util.List;
import java.util.Optional;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

/** What people call the things behind gids. Webhook bodies hold gids only. */
@FunctionalInterface
public interface Names {

  /** The name, if it is known. Answers at once. */
  Optional<String> of(String gid);

  /** The same thing with its name: the one that the body told, or the one that is known. */
  default Optional<Ref> called(Ref ref) {
    return Optional.ofNullable(ref.name())
        .or(() -> of(ref.gid()))
        .filter(name -> !name.isBlank())
        .map(name -> new Ref(ref.gid(), ref.resourceType(), ref.resourceSubtype(), name));
  }

  /**
   * Some believable events are about to be told in sentences: a chance to learn the names in them.
   * May wait a moment for that, never long.
   */
  default void meet(List<Event> events) {}

  /** Some things are about to be shown: a chance to learn their names, as with {@link #meet}. */
  default void learn(List<Ref> things) {}

  /** Knows none. */
  static Names none() {
    return gid -> Optional.empty();
  }
}
