package webhookinspector.simulator;

/** A seeded little team that does believable work in the first project. */
public interface Team {

  /**
   * Works until {@link #rest}.
   *
   * @param changesPerSecond on the simulator's clock; one change causes one to four events
   */
  void work(double changesPerSecond);

  /** Stops working. */
  void rest();

  /** Makes that many changes now. */
  void make(int changes);
}
