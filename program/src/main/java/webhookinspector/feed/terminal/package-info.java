/**
 * Live views on a terminal: plain rows for people, JSON lines for programs. Write to what they are
 * given, know no clock but the one they are given, and pass every foreign text through {@link
 * webhookinspector.inspection.Harmless}.
 */
@NullMarked
package webhookinspector.feed.terminal;

import org.jspecify.annotations.NullMarked;
