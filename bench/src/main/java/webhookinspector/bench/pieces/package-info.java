/** The hot pieces one by one, each beside the least that its job could cost. Run by JMH. */
@NullMarked
package webhookinspector.bench.pieces;

import org.jspecify.annotations.NullMarked;
