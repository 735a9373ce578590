package webhookinspector.outbox;

import java.util.List;
import webhookinspector.inbox.DeliveryId;

/**
 * Remembers what was sent out. Safe for many threads. Every call may throw {@link OutboxTrouble}.
 * Every adapter passes {@code OutboxContract}.
 */
public interface Outbox extends AutoCloseable {

  /** So many attempts are remembered; the oldest make room. */
  int MOST_ATTEMPTS = 200_000;

  /** Remembers attempts, all or none; they outlive a crash once this returns. */
  void keep(List<Attempt> attempts);

  /** The newest attempts to send one delivery anywhere, oldest first; at most {@code limit}. */
  List<Attempt> attemptsOf(DeliveryId delivery, int limit);

  /** The newest attempts at one target, oldest first; at most {@code limit}. */
  List<Attempt> attemptsAt(String target, int limit);

  @Override
  void close();
}
