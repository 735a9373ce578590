package webhookinspector.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.answers.Script;

/** What Asana is answered on purpose. A mixin. */
final class AnswerOptions {

  @Option(
      names = "--answer",
      paramLabel = "SCRIPT",
      description = {
        "Answer deliveries so, on purpose, to see what Asana does: 500, or 'fail 3, then ok', or",
        "'cut 1, then 503 after 12s'. They are kept all the same. See docs/answers.md."
      })
  @Nullable String script;

  @Option(
      names = "--answer-delay",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Answer so late, such as 12s: Asana waits for 10 s.")
  @Nullable Duration delay;

  @Nullable Script script() {
    if (script == null && delay == null) {
      return null;
    }
    return Script.parse(script == null ? "ok" : script, delay == null ? Duration.ZERO : delay);
  }
}
