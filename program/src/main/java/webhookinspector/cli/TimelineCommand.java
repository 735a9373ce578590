package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.event.Ref;
import webhookinspector.history.Known;
import webhookinspector.inspection.Harmless;
import webhookinspector.inspection.Timeline;
import webhookinspector.web.Finding;
import webhookinspector.web.Refusal;
import webhookinspector.web.TimelineJson;

/** Tells everything about one thing. */
@Command(
    name = "timeline",
    description = {
      "Everything about one task, project or other resource, in the order in which it happened:",
      "every event once, however often it was told, with the delivery that told it first,",
      "how late it came, what was sent on, and where something may be missing."
    },
    footer = {"Example:", "  inspector timeline 5"})
final class TimelineCommand implements Callable<Integer> {

  private static final int CANDIDATES = 10;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESOURCE",
      description = {
        "Its gid, a part of its name, or a delivery that tells of it:",
        "a number or an id from `list`."
      })
  List<String> words = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many events, the newest of them. Default: 50")
  int limit;

  @Option(
      names = "--before",
      paramLabel = "PLACE",
      description = "Only what stands in front of this place, to page back.")
  @Nullable String before;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  TimelineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      Finding finding = access.admin().finding();
      Timeline timeline = finding.timeline(gid(finding), before, limit);
      if (output.json()) {
        console.out().println(TimelineJson.write(timeline));
      } else {
        output.output(console).timeline(timeline, console.surroundings());
        remark(timeline);
      }
      return Exit.OK;
    }
  }

  private String gid(Finding finding) {
    String name = String.join(" ", words);
    List<Known> meant = finding.things(name, CANDIDATES + 1);
    if (meant.isEmpty()) {
      throw Refusal.notFound(
          "resource: " + name + " (expected: a gid, a part of a name, or a delivery)",
          "`inspector search '" + name + "'` looks through everything.");
    }
    if (meant.size() > 1) {
      throw new Refusal(
          Refusal.Code.AMBIGUOUS,
          "resource: " + name + " may be more than one (expected: one of these)",
          meant.stream()
                  .limit(CANDIDATES)
                  .map(TimelineCommand::line)
                  .collect(Collectors.joining("\n"))
              + (meant.size() > CANDIDATES ? "\n  and more" : ""));
    }
    return meant.getFirst().thing().gid();
  }

  private static String line(Known known) {
    Ref thing = known.thing();
    String name = thing.name() == null ? "" : " “" + thing.name() + "”";
    return Harmless.text(
        "  %-18s %s%s, %d events"
            .formatted(thing.gid(), thing.type().orElse("resource"), name, known.events()));
  }

  private void remark(Timeline timeline) {
    if (timeline.entries().isEmpty()) {
      console.err().println("Nothing was told of it in front of that place.");
    }
    if (timeline.older() != null) {
      console.err().println("There is more in front of these: --before " + timeline.older().text());
    }
    if (timeline.claims() > 0) {
      console
          .err()
          .println(
              timeline.claims()
                  + " more are only claimed, by deliveries that nobody should believe:"
                  + " inspector list 'resource="
                  + timeline.thing().gid()
                  + " verdict!=authentic'");
    }
    if (!timeline.whole()) {
      console
          .err()
          .println(
              "Only the newest "
                  + Timeline.MOST
                  + " tellings were put in order: inspector list 'resource="
                  + timeline.thing().gid()
                  + "' --before NO pages on.");
    }
  }
}
