package webhookinspector.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.web.Admin;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;

/** Lists what has arrived. */
@Command(
    name = "list",
    description = "Show what has arrived, the newest last.",
    footer = {"Example:", "  inspector list kind=events action=changed --limit 20"})
final class ListCommand implements Callable<Integer> {

  private static final int MOST = 100_000;
  private static final int MOST_GAPS = 1_000;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILTER",
      description = "Only such deliveries; see docs/filters.md.")
  List<String> filter = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, the newest of them. Default: 50")
  int limit;

  @Option(
      names = "--before",
      paramLabel = "NO",
      description = "Only those in front of this number, to page back.")
  @Nullable Long before;

  @Option(names = "--after", paramLabel = "NO", description = "Only those behind this number.")
  @Nullable Long after;

  @Option(
      names = "--saved",
      paramLabel = "NAME",
      description = "Only what the saved filter of that name lets through.")
  @Nullable String saved;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw Refusal.badInput("limit: " + limit + " (expected: 1 to " + MOST + ")", "");
    }
    try (Access access = options.open(console)) {
      List<DeliveryLine> lines = newest(access.admin());
      if (lines.size() < limit && after == null && !output.json()) {
        DroppedText.of(access.admin().retaining().now().dropped(), console.surroundings().zone())
            .forEach(console.out()::println);
      }
      List<Gap> gaps = output.json() ? List.of() : gaps(access.admin(), lines);
      output.output(console).list(lines, gaps, console.surroundings());
      remark(lines);
      return Exit.OK;
    }
  }

  /** In pages, from the newest back. */
  private List<DeliveryLine> newest(Admin admin) {
    String wanted = String.join(" ", filter);
    if (saved != null) {
      wanted = admin.savedFilters().named(saved).within(wanted);
    }
    var lines = new ArrayList<DeliveryLine>();
    Long end = before;
    while (lines.size() < limit) {
      int size = Math.min(Search.MAX_LIMIT, limit - lines.size());
      List<DeliveryLine> page = admin.deliveries(new Search(wanted, after, end, size));
      lines.addAll(0, page);
      if (page.size() < size) {
        break;
      }
      end = page.getFirst().position();
    }
    return lines;
  }

  /** Those that were noticed meanwhile; a filter asks for something else. */
  private List<Gap> gaps(Admin admin, List<DeliveryLine> lines) {
    if (!filter.isEmpty() || saved != null || lines.isEmpty()) {
      return List.of();
    }
    boolean fromTheFirst = lines.size() < limit && after == null;
    Instant begin = fromTheFirst ? Instant.MIN : lines.getFirst().receivedAt();
    Instant end = before == null ? Instant.MAX : lines.getLast().receivedAt();
    return admin.gaps(MOST_GAPS).stream()
        .filter(gap -> !gap.at().isBefore(begin) && gap.at().isBefore(end))
        .toList();
  }

  private void remark(List<DeliveryLine> lines) {
    if (lines.isEmpty()) {
      console
          .err()
          .println(
              filter.isEmpty() && saved == null
                  ? "Nothing has arrived yet. `inspector demo` shows how it looks when it does."
                  : "Nothing matches. Without a filter, `inspector list` shows everything.");
    } else if (lines.size() == limit && !output.json()) {
      console
          .err()
          .println(
              "The newest "
                  + limit
                  + "; there may be more: --before "
                  + lines.getFirst().position());
    }
  }
}
