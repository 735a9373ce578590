package webhookinspector.web;

import java.util.List;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Extent;
import webhookinspector.retention.Policy;

/** How long and how much is kept. */
public interface Retaining {

  /** How things are. */
  Now now();

  /**
   * Drops once what a policy or a filter no longer lets be kept; pinned ones stay.
   *
   * @return what was dropped, or would be
   */
  List<Dropped> prune(NewPruning wanted);

  /**
   * What is kept and what was dropped.
   *
   * @param policy that the holder applies by itself
   * @param dropped what was ever dropped, the newest last; one reason within a day is one
   */
  record Now(Policy policy, Extent extent, List<Dropped> dropped) {
    public Now {
      dropped = List.copyOf(dropped);
    }
  }
}
