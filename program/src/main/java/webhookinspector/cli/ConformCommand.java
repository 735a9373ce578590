package webhookinspector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.conform.Catalogue;
import webhookinspector.conform.Check;
import webhookinspector.conform.JUnitReport;
import webhookinspector.conform.JsonReport;
import webhookinspector.conform.Report;
import webhookinspector.conform.SarifReport;
import webhookinspector.conform.TextReport;
import webhookinspector.conform.Unreachable;

/** Judges a receiver in any language. */
@Command(
    name = "conform",
    description = {
      "Judge a receiver of Asana webhooks, in any language: play Asana to it, and a stranger.",
      "Exit code 0: conforms; 1: does not; 3: nobody answers there."
    },
    footer = {
      "Example:",
      "  inspector conform http://localhost:3000/hook --format junit --report conform.xml"
    })
final class ConformCommand implements Callable<Integer> {

  /** Forms of a report. */
  enum Form {
    TEXT,
    JSON,
    JUNIT,
    SARIF
  }

  @Parameters(arity = "0..1", paramLabel = "URL", description = "Where it receives; exactly that.")
  @Nullable String url;

  @Mixin ConformOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, json, junit or sarif. Default: text")
  Form form;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report there, and the text to standard output.")
  @Nullable Path file;

  @Option(
      names = "--explain",
      paramLabel = "CHECK",
      description = "Say what a check asks for, why, and how to mend it; runs nothing.")
  @Nullable String explain;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. NO_COLOR is honoured. Default: auto")
  OutputOptions.Color color;

  private final Console console;

  ConformCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (explain != null) {
      console.out().print(TextReport.explain(known(explain), style()));
      return Exit.OK;
    }
    if (url == null) {
      throw new IllegalArgumentException(
          "URL: missing (expected: where the receiver listens, such as"
              + " http://localhost:3000/hook)");
    }
    try {
      Report report = options.over(url).run();
      print(report);
      return report.conforms() ? Exit.OK : Exit.NO;
    } catch (Unreachable e) {
      console.err().println(Plain.text(e.getMessage()));
      return Exit.UNREACHABLE;
    }
  }

  private void print(Report report) throws IOException {
    if (file == null) {
      console.out().print(form == Form.TEXT ? TextReport.of(report, style()) : written(report));
      return;
    }
    Files.writeString(file, written(report));
    console.out().print(TextReport.of(report, style()));
  }

  private String written(Report report) {
    return switch (form) {
      case TEXT -> TextReport.of(report, TextReport.Style.plain());
      case JSON -> JsonReport.of(report);
      case JUNIT -> JUnitReport.of(report);
      case SARIF -> SarifReport.of(report, console.surroundings().version());
    };
  }

  private TextReport.Style style() {
    boolean coloured =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> console.surroundings().colorful();
        };
    int columns = Math.clamp(console.surroundings().columns(), 60, 120);
    return new TextReport.Style(coloured, console.surroundings().asciiOnly(), columns);
  }

  private static Check known(String id) {
    return Catalogue.find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "check: "
                        + id
                        + " (expected: one of "
                        + String.join(", ", Catalogue.checks().stream().map(Check::id).toList())
                        + ")"));
  }
}
