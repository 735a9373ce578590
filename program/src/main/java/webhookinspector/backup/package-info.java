/**
 * Copies of a data folder that can be trusted: made while it is in use, checked before they count,
 * and put back only where nothing is. The history is not among them, for it can be rebuilt.
 */
@NullMarked
package webhookinspector.backup;

import org.jspecify.annotations.NullMarked;
