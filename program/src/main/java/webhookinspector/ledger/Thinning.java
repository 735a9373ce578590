package webhookinspector.ledger;

import java.util.List;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;

/**
 * How a ledger is made smaller. What is dropped is gone for good, its bytes overwritten; how much
 * and from when is remembered. Each call waits for its turn with the deliveries that come, and
 * holds them up for a few milliseconds.
 */
public interface Thinning {

  /** How much there is, strangers' junk not counted: that has a quota of its own. */
  Extent extent();

  /**
   * What came after a position, oldest first, quarantined ones included.
   *
   * @param limit 1 to 10,000
   */
  List<Stored> stored(Position after, int limit);

  /**
   * Drops deliveries and all that was decided about them. The newest entry stays whatever was
   * asked, so that no place is ever given out twice.
   *
   * @param deliveries a few hundred at most; those that are not there are passed over
   * @param because which rule asks for it, such as {@code older than 30 days}
   * @return what was dropped; of what was dropped lately for the same reason it is a part
   * @throws NotKept if it may not have happened
   */
  Dropped drop(List<DeliveryId> deliveries, String because);

  /** What was ever dropped, the newest last; what had one reason within a day is one. */
  List<Dropped> dropped();

  /**
   * Whether a delivery that nobody may believe stays outside of the quarantine's quota. Without
   * effect on others.
   */
  void spare(DeliveryId delivery, boolean spared);

  /**
   * Gives some of the space that was freed back to the disk.
   *
   * @return whether there is more
   */
  boolean shrink();
}
