/**
 * Follows the ledger and feeds history and watchers. May lag and fail without harm: it resumes from
 * its position.
 */
@NullMarked
package webhookinspector.indexer;

import org.jspecify.annotations.NullMarked;
