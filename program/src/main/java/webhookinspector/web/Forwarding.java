package webhookinspector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.forward.TargetStatus;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;

/**
 * The part of {@link Admin} that looks after targets to which deliveries go on by themselves. Each
 * call may throw {@link Refusal}.
 */
public interface Forwarding {

  /** All of them, by their numbers. */
  List<TargetStatus> targets();

  /**
   * Saves a target until it is removed; it gets what comes from now on. One with the same address
   * gets the other filter, and the other headers if there are any.
   *
   * @param address http or https; as in {@link Admin#replay}
   * @param filter in the filter language; "" for everything
   * @param headers of the user's own, such as {@code Authorization: Bearer abc}
   */
  TargetStatus add(String address, String filter, List<String> headers);

  /** Forgets a target and what it was still to be given. */
  void remove(long number);

  /** Holds what goes to a target, or lets it go on. */
  TargetStatus pause(long number, boolean paused);

  /**
   * Deliveries that were given up, the newest so many, oldest first.
   *
   * @param limit 1 to 1,000
   */
  List<Letter> dead(long number, int limit);

  /**
   * What was sent to a target, and what came of it, the newest so many, oldest first.
   *
   * @param limit 1 to 1,000
   */
  List<Attempt> attempts(long number, int limit);

  /**
   * Lets deliveries that were given up wait again, and tries everything that waits at once.
   *
   * @param idOrStart of one delivery, or null for all
   * @return how many were given up before
   */
  int retry(long number, @Nullable String idOrStart);
}
