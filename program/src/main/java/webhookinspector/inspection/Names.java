package webhookinspector.inspection;

import java.util.Optional;

/** What people call the things behind gids. Webhook bodies hold gids only. Must answer at once. */
@FunctionalInterface
public interface Names {

  /** The name, if it is known. */
  Optional<String> of(String gid);

  /** Knows none. */
  static Names none() {
    return gid -> Optional.empty();
  }
}
