/** Metrics by Prometheus' own client library, in its text format. */
@NullMarked
package webhookinspector.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
