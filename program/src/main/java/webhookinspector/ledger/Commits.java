package webhookinspector.ledger;

/** Told of each commit by the one thread that writes, so it only counts. */
public interface Commits {

  /** Counts nothing. */
  Commits NONE = (entries, bytes, syncNanos) -> {};

  /**
   * Entries reached the disk.
   *
   * @param bytes of their bodies and headers
   * @param syncNanos how long the last step took, the one that waits for the disk
   */
  void committed(int entries, long bytes, long syncNanos);
}
