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
import webhookinspector.history.FilterParser;
import webhookinspector.inspection.Hit;
import webhookinspector.web.HitJson;
import webhookinspector.web.Search;

/** Looks for words. */
@Command(
    name = "search",
    description = {
      "Look for words in what happened, in bodies and in notes; the newest first,",
      "with what stands around them. Upper and lower case are the same.",
      "Several arguments must all stand somewhere; quote what belongs together."
    },
    footer = {"Example:", "  inspector search 'task' --where 'kind=events since=2h'"})
final class SearchCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
  List<String> words = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "FILTER",
      description = "Only in such deliveries; see docs/filters.md.")
  @Nullable String where;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many, the newest of them. Default: 20")
  int limit;

  @Option(
      names = "--before",
      paramLabel = "NO",
      description = "Only those in front of this number, to page back.")
  @Nullable Long before;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var search = new Search(filter(), null, before, limit);
    try (Access access = options.open(console)) {
      List<Hit> hits = access.admin().finding().search(search).hits();
      if (output.json()) {
        hits.forEach(hit -> console.out().println(HitJson.line(hit)));
      } else {
        output.output(console).hits(hits, console.surroundings());
      }
      remark(hits);
      return hits.isEmpty() ? Exit.NO : Exit.OK;
    }
  }

  /**
   * The filter alone is read first, so that the position of a mistake is the one that was typed.
   */
  private String filter() {
    String quoted = words.stream().map(SearchCommand::quoted).collect(Collectors.joining(" "));
    if (where == null || where.isBlank()) {
      return quoted;
    }
    FilterParser.parse(where, console.surroundings().clock().instant());
    return quoted + " (" + where + ")";
  }

  private static String quoted(String words) {
    return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void remark(List<Hit> hits) {
    if (hits.isEmpty()) {
      console
          .err()
          .println("These words stand nowhere" + (where == null ? "." : " in such deliveries."));
    } else if (hits.size() == limit && !output.json()) {
      long oldest = hits.getLast().delivery().position();
      console.err().println("The newest " + limit + "; there may be more: --before " + oldest);
    }
  }
}
