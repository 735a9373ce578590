/**
 * What the full-screen view knows and how it changes: by what is told, by keys, and by what the
 * program answers. Confined to one thread, knows no terminal, waits for nobody: what takes time is
 * put on a list of errands, which somebody else runs.
 */
@NullMarked
package webhookinspector.feed.tui.model;

import org.jspecify.annotations.NullMarked;
