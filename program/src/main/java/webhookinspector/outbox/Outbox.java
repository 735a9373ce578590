package webhookinspector.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;

/**
 * Remembers what was sent out, where deliveries go on to, and what is still on its way. Safe for
 * many threads. Every call may throw {@link OutboxTrouble}. Every adapter passes {@code
 * OutboxContract}.
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

  /** All targets, by their numbers. */
  List<KeptTarget> targets();

  /**
   * Saves a target, new or known by its number. How far a known one has come is left as it is: that
   * is for {@link #advance}.
   *
   * @return the same, with its number
   */
  KeptTarget save(KeptTarget target);

  /** Forgets a target and its letters; its attempts stay. */
  void remove(long target);

  /** Letters that a target is still to be given, in their order. */
  List<Letter> waiting(long target);

  /** The newest letters that were given up, oldest first; at most {@code limit}. */
  List<Letter> dead(long target, int limit);

  /** How many letters were given up. */
  long countDead(long target);

  /**
   * Lets dead letters wait again.
   *
   * @param delivery only this one, or null for all of the target's
   * @return what waits again, in order
   */
  List<Letter> revive(long target, @Nullable DeliveryId delivery);

  /** Writes down what became of letters, all or nothing. Of removed targets nothing is written. */
  void advance(Progress progress);

  @Override
  void close();
}
