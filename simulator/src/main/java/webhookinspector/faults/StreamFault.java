package webhookinspector.faults;

/** What goes wrong with a page of the events endpoint. */
public sealed interface StreamFault {

  /** The token is not accepted any more: 412 with a fresh one, and what lay between is lost. */
  record Expire() implements StreamFault {}

  /**
   * Some events are left out, and nobody tells.
   *
   * @param every 1 leaves out all, 2 the first of each two, and so on
   */
  record Omit(int every) implements StreamFault {}
}
