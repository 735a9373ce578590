package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import webhookinspector.subscription.Filter;

/** Which events a webhook lets through. A mixin. */
final class FilterOptions {

  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      description = {
        "Let only such events through, for example",
        "resource_type=task,action=changed,fields=due_on+assignee. Given again: or."
      })
  List<String> filters = new ArrayList<>();

  List<Filter> parsed() {
    return filters.stream().map(Filter::parse).toList();
  }
}
