package webhookinspector.imports;

import webhookinspector.trust.Secret;

/** Takes what a reader finds in a file, in its order. */
interface Taking {

  void delivery(Claimed claimed);

  /** The secret in the file's own head, before any delivery. */
  void throwAway(Secret secret);

  /** Something that is no delivery. */
  void passOver(String what);
}
