package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import webhookinspector.app.Access;
import webhookinspector.registry.SavedFilter;
import webhookinspector.web.MarkingJson;

/** Looks after filters with names. */
@Command(
    name = "filters",
    description = "Filters with names, the same on the page and for `list --saved`.",
    footer = {"Example:", "  inspector filters list"},
    subcommands = {
      FiltersCommand.ListThem.class,
      FiltersCommand.Save.class,
      FiltersCommand.Remove.class
    })
final class FiltersCommand implements Callable<Integer> {

  private final Console console;
  @Spec CommandSpec spec;

  FiltersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.out());
    return Exit.OK;
  }

  private static String text(SavedFilter filter, boolean json) {
    return json ? MarkingJson.filter(filter) : Plain.text(filter.name() + ": " + filter.filter());
  }

  @Command(
      name = "list",
      description = "Show all saved filters.",
      footer = {"Example:", "  inspector filters list --output json"})
  static final class ListThem implements Callable<Integer> {

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    ListThem(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        List<SavedFilter> filters = access.admin().savedFilters().all();
        filters.forEach(filter -> console.out().println(text(filter, output.json())));
        if (filters.isEmpty()) {
          console
              .err()
              .println("There is none yet. `inspector filters save NAME FILTER` adds one.");
        }
        return Exit.OK;
      }
    }
  }

  @Command(
      name = "save",
      description = {
        "Give a filter a name, or another filter to a name.",
        "Ages such as since=2h count from whenever it is used."
      },
      footer = {"Example:", "  inspector filters save overdue field=due_on since=7d"})
  static final class Save implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "Letters, digits, blanks, - _ .")
    String name;

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "FILTER",
        description = "See docs/filters.md.")
    List<String> filter = new ArrayList<>();

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    Save(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        SavedFilter saved = access.admin().savedFilters().save(name, String.join(" ", filter));
        console.out().println(text(saved, output.json()));
        return Exit.OK;
      }
    }
  }

  @Command(
      name = "remove",
      description = "Forget a saved filter.",
      footer = {"Example:", "  inspector filters remove overdue"})
  static final class Remove implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Of a saved filter.")
    String name;

    @Mixin AccessOptions options;

    private final Console console;

    Remove(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        access.admin().savedFilters().remove(name);
        return Exit.OK;
      }
    }
  }
}
