/**
 * Deliveries out of files: read within limits, judged by the secrets that are known here and by
 * nothing that the file says, and kept through the ledger. Writes nothing before the whole file has
 * been read once.
 */
@NullMarked
package webhookinspector.imports;

import org.jspecify.annotations.NullMarked;
