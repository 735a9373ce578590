package webhookinspector.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import webhookinspector.inbox.Position;

/**
 * What became of some letters, to be written down as one.
 *
 * @param attempts that were made
 * @param waiting letters to be tried again, and dead ones
 * @param done letters that were taken
 * @param reached how far targets have come, by their numbers
 */
public record Progress(
    List<Attempt> attempts,
    Collection<Letter> waiting,
    Collection<Letter> done,
    Map<Long, Position> reached) {

  public Progress {
    attempts = List.copyOf(attempts);
    waiting = List.copyOf(waiting);
    done = List.copyOf(done);
    reached = Map.copyOf(reached);
  }

  /** Whether there is nothing to write down. */
  public boolean isEmpty() {
    return attempts.isEmpty() && waiting.isEmpty() && done.isEmpty() && reached.isEmpty();
  }
}
