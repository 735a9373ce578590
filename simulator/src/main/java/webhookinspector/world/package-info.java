/**
 * What the local Asana is about: people, projects, tasks, stories, what happens to them, and the
 * clock that everything obeys. Knows nothing of webhooks or HTTP. May use protocol only.
 */
@NullMarked
package webhookinspector.world;

import org.jspecify.annotations.NullMarked;
