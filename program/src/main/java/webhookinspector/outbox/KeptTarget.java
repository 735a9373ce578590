package webhookinspector.outbox;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.Position;

/**
 * A target to which deliveries go on by themselves, and how far it has come.
 *
 * @param number ours, 1 or more; 0 before it was saved for the first time
 * @param address an http or https address, or {@code exec } and a command; no two have the same
 * @param filter in the filter language; "" for everything
 * @param saved whether it stays until it is removed; otherwise only runs that name it serve it
 * @param position in the ledger: what came up to here was taken, is a {@link Letter}, or was not
 *     for it
 * @param rests in their order; only the last may still last
 * @param headers of the user's own, sent with each delivery; may hold secrets of his app
 */
public record KeptTarget(
    long number,
    String address,
    String filter,
    boolean saved,
    boolean paused,
    Position position,
    List<Rest> rests,
    Headers headers) {

  public KeptTarget {
    rests = List.copyOf(rests);
  }

  /** One that gets what comes behind a position. */
  public static KeptTarget fresh(String address, String filter, boolean saved, Position from) {
    return new KeptTarget(0, address, filter, saved, false, from, List.of(), Headers.none());
  }

  /** Whether it is not served at this moment, because nobody has named it. */
  public boolean resting() {
    return !rests.isEmpty() && rests.getLast().stop() == null;
  }

  /** Not served any more: what comes behind {@code last} is not for it. */
  public KeptTarget toRest(Position last) {
    if (resting()) {
      return this;
    }
    var more = new ArrayList<>(rests);
    more.add(new Rest(last, null));
    return withRests(more);
  }

  /** Served again, with what it had not got before its rest, and what comes behind {@code last}. */
  public KeptTarget awake(Position last) {
    if (!resting()) {
      return this;
    }
    var ended = new ArrayList<>(rests);
    Position start = ended.removeLast().start();
    if (last.isAfter(start)) {
      ended.add(new Rest(start, last));
    }
    return withRests(ended);
  }

  /** Forgets rests that lie behind it. */
  public KeptTarget at(Position reached) {
    List<Rest> ahead =
        rests.stream().filter(rest -> rest.stop() == null || rest.stop().isAfter(reached)).toList();
    return new KeptTarget(number, address, filter, saved, paused, reached, ahead, headers);
  }

  /** With another filter, and kept until it is removed or not. */
  public KeptTarget with(String otherFilter, boolean nowSaved) {
    return new KeptTarget(number, address, otherFilter, nowSaved, paused, position, rests, headers);
  }

  /** With other headers; without any, it keeps those that it has. */
  public KeptTarget with(Headers own) {
    return own.lines().isEmpty()
        ? this
        : new KeptTarget(number, address, filter, saved, paused, position, rests, own);
  }

  /** Held or not. */
  public KeptTarget paused(boolean nowPaused) {
    return new KeptTarget(number, address, filter, saved, nowPaused, position, rests, headers);
  }

  /** As it was saved. */
  public KeptTarget numbered(long given) {
    return new KeptTarget(given, address, filter, saved, paused, position, rests, headers);
  }

  private KeptTarget withRests(List<Rest> others) {
    return new KeptTarget(number, address, filter, saved, paused, position, others, headers);
  }
}
