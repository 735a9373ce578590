package webhookinspector.checks.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * Types what README and docs show, in the order of each page, against running processes. At the
 * small size the program's own commands are only held against its help; calls of the admin port and
 * of the local Asana are made at either size.
 */
public final class DocumentedCommands implements Check {

  private static final Pattern STARTS_THE_PROGRAM =
      Pattern.compile("(^|[|&;( ])(\\./)?inspector( |$)|until \\[ -e |^kill \\$!");
  private static final Pattern ASKS = Pattern.compile("\\bask\\b");

  @Override
  public String name() {
    return "documented-commands";
  }

  @Override
  public String promise() {
    return "each command in README and docs runs as it stands there and ends as it should";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath();
    var pages = new Pages(root);
    Map<String, List<Shown>> byPage = new LinkedHashMap<>();
    pages.commands().forEach(c -> byPage.computeIfAbsent(c.page(), p -> new ArrayList<>()).add(c));
    var report = new Report();
    try (Stage stage = new Stage(folder)) {
      if (size == Size.FULL) {
        stage.somebodyWorks(); // for whoever waits for a delivery
      }
      var typist = new Typist(root, folder, stage, size, report);
      for (var page : byPage.entrySet()) {
        typist.type(page.getKey(), preamble(pages, page.getValue()), page.getValue());
      }
    }
    report.stillShown(Ways.notHere());
    return Outcome.of(report.isClean(), report.summary());
  }

  /** The pages that use {@code ask} say where it comes from; so it is defined first, from there. */
  private static List<Shown> preamble(Pages pages, List<Shown> commands) throws IOException {
    boolean asks = commands.stream().anyMatch(shown -> ASKS.matcher(shown.text()).find());
    if (!asks || commands.getFirst().page().equals("docs/api.md")) {
      return List.of();
    }
    return pages.commands("docs/api.md").stream()
        .filter(shown -> shown.text().matches("(admin|key|json)=.*|ask\\(\\).*"))
        .toList();
  }

  /** Whether it starts a process of the program, which takes its time, or waits for one. */
  static boolean startsTheProgram(Shown shown) {
    return STARTS_THE_PROGRAM.matcher(shown.text()).find();
  }
}
