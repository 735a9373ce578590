package webhookinspector.conform;

import java.time.Duration;

/**
 * What was sent and what came back, as text that can be shown: secrets are replaced, controls are
 * made visible, long bodies are cut.
 *
 * @param sent several lines: head and the start of the body
 * @param cameBack several lines, or one sentence when there was no answer
 */
public record Exchange(String sent, String cameBack, Duration took) {}
