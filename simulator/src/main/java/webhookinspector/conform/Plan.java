package webhookinspector.conform;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to run.
 *
 * @param limit how long Asana waits for an answer
 * @param warning from when on an answer is worrying
 * @param only ids to run, or empty for all
 * @param except ids to leave out
 */
record Plan(
    URI target,
    long seed,
    Duration limit,
    Duration warning,
    Set<String> only,
    Set<String> except,
    @Nullable ReceiverProcess process,
    Conformance.@Nullable Signal arm,
    Conformance.@Nullable Signal settle,
    Conformance.@Nullable Received received,
    @Nullable URI second) {

  boolean wants(String id) {
    return (only.isEmpty() || only.contains(id)) && !except.contains(id);
  }
}
