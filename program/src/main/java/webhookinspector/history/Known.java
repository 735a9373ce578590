package webhookinspector.history;

import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;

/**
 * A thing that events told of.
 *
 * @param thing with its newest known name; without a name if only its gid is known
 * @param events how many were told of it, repeats included
 * @param last position of the newest delivery that told of it, or null where only its name was told
 */
public record Known(Ref thing, long events, @Nullable Long last) {}
