package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.app.Ending;
import webhookinspector.history.FilterParser;
import webhookinspector.web.Refusal;

/** Sends deliveries again. */
@Command(
    name = "replay",
    description = {
      "Send kept deliveries again, byte for byte, with their original signatures.",
      "They go to this machine or to a public address, never to the program's own ports;"
          + " a redirect is not followed. Ctrl+C stops a replay and says what was sent.",
      "Many at once: replay --where 'type=task since=2h' --to URL --speed 10"
    },
    footer = {"Example:", "  inspector replay 42 --to http://localhost:3000/hook"})
final class ReplayCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "DELIVERY",
      description = "Numbers or ids from `list`, or the start of an id.")
  List<String> deliveries = new ArrayList<>();

  @Option(names = "--to", paramLabel = "URL", required = true, description = "Where to send them.")
  String target;

  @Option(
      names = "--where",
      paramLabel = "FILTER",
      description = "All that match, up to 100,000; see docs/filters.md.")
  @Nullable String where;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what came then or later: an age such as 2h, a day, or a time.")
  @Nullable String since;

  @Option(names = "--before", paramLabel = "TIME", description = "Only what came earlier.")
  @Nullable String before;

  @Option(
      names = "--edit",
      description = "Open the body in $$VISUAL or $$EDITOR first; it is signed anew if it changed.")
  boolean edit;

  @Option(names = "--raw", description = "With --edit: not laid out, but as it came.")
  boolean raw;

  @Mixin ReplayOptions how;
  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    String filter = filter();
    refuseMixtures(filter);
    boolean one = filter == null && deliveries.size() == 1 && !how.forMany();
    Ending ending = Ending.ofThisProcess(() -> false);
    try (Access access = options.open(console)) {
      return one || edit
          ? new ReplayOfOne(console, output.json(), access.admin(), ending)
              .send(deliveries.getFirst(), target, form(), how.signing())
          : new ReplayOfMany(console, output.json(), access.admin(), ending)
              .send(how.of(target, deliveries, filter));
    }
  }

  /** Null when nothing shall be edited. */
  private EditedBody.@Nullable Form form() {
    return edit ? raw ? EditedBody.Form.RAW : EditedBody.Form.PRETTY : null;
  }

  /** Null when deliveries are named. */
  private @Nullable String filter() {
    if (where != null) {
      FilterParser.parse(where, console.surroundings().clock().instant()); // the user's positions
    }
    List<String> parts =
        Stream.of(
                where == null || where.isBlank() ? "" : "(" + where + ")",
                since == null ? "" : "since=" + since,
                before == null ? "" : "before=" + before)
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() && where == null
        ? null
        : parts.stream().collect(Collectors.joining(" "));
  }

  private void refuseMixtures(@Nullable String filter) {
    if (filter != null && !deliveries.isEmpty()) {
      throw Refusal.badInput(
          "delivery: "
              + deliveries.getFirst()
              + " together with a filter (expected: either deliveries, or --where, --since and"
              + " --before)",
          "");
    }
    if (filter == null && deliveries.isEmpty()) {
      throw Refusal.badInput(
          "delivery: none (expected: a number or an id from `list`, or --where FILTER)",
          "Such as: inspector replay --since 2h --to " + target);
    }
    if (raw && !edit) {
      throw Refusal.badInput("raw: without --edit (expected: with it)", "");
    }
    if (edit && (deliveries.size() != 1 || how.forMany())) {
      throw Refusal.badInput("edit: more than one delivery (expected: one)", "");
    }
  }
}
