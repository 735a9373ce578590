/**
 * What people call the things behind gids, learnt from Asana behind the ack path and remembered.
 * May use {@code asana} and {@code inspection}; nothing waits for it for long, and without it
 * everything works with gids.
 */
@NullMarked
package webhookinspector.names;

import org.jspecify.annotations.NullMarked;
