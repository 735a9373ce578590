package webhookinspector.world;

import java.util.Collections;
import java.util.Set;
import webhookinspector.event.Event;

/**
 * An event, and everything whose watchers learn of it.
 *
 * @param number from 1, in the order in which things happened
 * @param event with names, which webhook bodies leave out
 * @param reaches gids of the changed thing and of the containers that the event rises to, in an
 *     order that repeats
 */
public record Occurrence(long number, Event event, Set<String> reaches) {

  public Occurrence {
    reaches = Collections.unmodifiableSet(reaches);
  }
}
