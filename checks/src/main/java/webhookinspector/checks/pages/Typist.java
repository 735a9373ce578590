package webhookinspector.checks.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import webhookinspector.checks.Size;

/** Goes through a page and does with each command what {@link Ways} says. */
final class Typist {

  private final Path folder;
  private final Stage stage;
  private final Size size;
  private final Report report;
  private final Placeholders placeholders;
  private final KnownOptions options;
  private final BuildVerbs verbs;

  Typist(Path root, Path folder, Stage stage, Size size, Report report) throws IOException {
    this.folder = folder;
    this.stage = stage;
    this.size = size;
    this.report = report;
    this.placeholders = new Placeholders(stage);
    this.options = KnownOptions.in(root);
    this.verbs = new BuildVerbs(root);
  }

  /**
   * @param before commands of another page that this one builds on
   */
  void type(String page, List<Shown> before, List<Shown> commands)
      throws IOException, InterruptedException {
    String name = page.replace('/', '-').replace(".md", "");
    try (Shell shell =
        Shell.open(folder.resolve(name), stage.home.desk(name), stage.environment())) {
      for (Shown shown : before) {
        shell.type(placeholders.fill(shown.text()));
      }
      for (Shown shown : commands) {
        Optional<Way> way = Ways.of(shown);
        if (way.isEmpty()) {
          report.fault(shown, "nobody knows how to run it (expected: a rule in Ways)");
        } else {
          go(shell, shown, placeholders.fill(shown.text()), way.get());
        }
      }
    }
  }

  private void go(Shell shell, Shown shown, String text, Way way)
      throws IOException, InterruptedException {
    options.complaints(text).forEach(complaint -> report.fault(shown, complaint));
    boolean skipped = size == Size.QUICK && DocumentedCommands.startsTheProgram(shown);
    switch (way) {
      case Way.NotHere _ -> report.notHere(shown);
      case Way.OfTheBuild _ -> lookUp(shown);
      case Way.Ends _ when skipped -> report.read();
      case Way.GoesOn _ when skipped -> report.read();
      case Way.Ends ends -> judge(shown, shell.type(text), ends.codes());
      case Way.GoesOn goesOn ->
          judge(shown, shell.typeAndEnd(text, goesOn.says()), List.of(goesOn.code()));
    }
  }

  private void lookUp(Shown shown) throws IOException {
    report.read();
    String complaint = verbs.complaint(shown.text());
    if (!complaint.isEmpty()) {
      report.fault(shown, complaint);
    }
  }

  private void judge(Shown shown, Shell.Result result, List<Integer> expected) {
    report.typed();
    if (!expected.contains(result.code())) {
      report.fault(
          shown,
          "exit code %d (expected: %s)\n%s".formatted(result.code(), expected, result.said()));
    } else if (result.said().contains("Exception")) {
      report.fault(shown, "a stack trace:\n" + result.said());
    }
  }
}
