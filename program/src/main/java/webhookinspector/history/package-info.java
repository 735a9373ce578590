/**
 * What the ledger says, made searchable. A port; built from the ledger by the indexer and
 * rebuildable from it, so it never holds anything that the ledger lacks.
 */
@NullMarked
package webhookinspector.history;

import org.jspecify.annotations.NullMarked;
