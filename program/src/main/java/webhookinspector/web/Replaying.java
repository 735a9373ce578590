package webhookinspector.web;

import java.util.List;
import webhookinspector.feed.ReplayLine;

/**
 * The part of {@link Admin} that sends kept deliveries again. Each call may throw {@link Refusal}.
 */
public interface Replaying {

  /**
   * Sends one delivery again, changed or signed anew, and waits for its answer.
   *
   * @param idOrStart as in {@link Admin#delivery}
   * @param target as in {@link Admin#replay}
   */
  SentAgain send(String idOrStart, String target, Edit edit);

  /** Begins to send many, and returns at once; the feed tells how it goes on. */
  BegunReplay begin(NewReplay wanted);

  /** The last replays of many, oldest first; the holder of the folder forgets them when it ends. */
  List<ReplayLine> list();

  /** How one is going. */
  ReplayLine find(String id);

  /** Stops one: nothing leaves any more. Returns when what was on its way is answered. */
  ReplayLine stop(String id);
}
