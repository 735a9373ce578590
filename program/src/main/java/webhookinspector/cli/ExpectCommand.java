package webhookinspector.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.web.Refusal;

/** Waits for a delivery. */
@Command(
    name = "expect",
    description = {
      "Wait until what you expect has arrived, for tests and continuous integration.",
      "Exit codes: 0 it came; 1 it did not come in time; 2 the call is off; 3 nobody receives.",
      "What counts is what arrives from now on; --since and --after look back as well."
    },
    footer = {
      "Example:",
      "  inspector expect 'action=changed field=completed' --within 90s --since 1h"
    })
final class ExpectCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILTER",
      description = "What is expected; see docs/filters.md. Without it, any delivery.")
  List<String> filter = new ArrayList<>();

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "30s",
      description = "Wait no longer; 0s only looks at what is there. Default: 30s")
  Duration within = Duration.ofSeconds(30);

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "So many: events, where the filter asks about events, else deliveries. Default: 1")
  int count;

  @Option(names = "--none", description = "Expect that nothing of the kind comes in that time.")
  boolean none;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Count what came since then, too: an age such as 5m, a day, or a time.")
  @Nullable String since;

  @Option(
      names = "--after",
      paramLabel = "NO",
      description = "Count what came behind this number, too.")
  @Nullable Long after;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written once nothing can be missed any more: whoever sees it may begin.")
  @Nullable Path readyFile;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "json",
      description =
          "json: each match as a line, at once; plain: as rows, at the end. Default: json")
  OutputOptions.Form form = OutputOptions.Form.JSON;

  @Mixin AccessOptions options;

  private final Console console;

  ExpectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    String typed = String.join(" ", filter);
    Instant now = console.surroundings().clock().instant();
    FilterExpression asked = FilterParser.parse(typed, now);
    if (since != null) {
      FilterParser.parse("since=" + since, now);
    }
    if (count < 1 || (none && count != 1)) {
      throw Refusal.badInput(
          "count: " + count + " (expected: 1 or more, and none beside --none)", "");
    }
    if (within.isZero() && since == null && after == null) {
      throw Refusal.badInput(
          "within: 0s, and nothing to look back at (expected: --since or --after beside it)",
          "Such as: inspector expect --since 1h --within 0s");
    }
    var watch = new ExpectWatch(console, options.settings(console), form, readyFile, none);
    return watch.run(whole(typed), start(), new Expectation(asked, count), within);
  }

  private String whole(String typed) {
    String bracketed = typed.isBlank() ? "" : "(" + typed + ")";
    return since == null ? typed : (bracketed + " since=" + since).strip();
  }

  /** The position from which on it counts; null for the one at which we find things. */
  private @Nullable Long start() {
    if (after != null && after < 0) {
      throw Refusal.badInput("after: " + after + " (expected: a number from `list`)", "");
    }
    return after == null && since != null ? Long.valueOf(0) : after;
  }
}
