/**
 * Follows the events streams of projects, tasks and goals: the second way in, beside webhooks or
 * instead of them. Decides when to ask, keeps what comes, and tells a gap where something cannot be
 * fetched any more. May not touch receiver, webhooks or history.
 */
@NullMarked
package webhookinspector.stream;

import org.jspecify.annotations.NullMarked;
