package webhookinspector.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.conform.Catalogue;
import webhookinspector.conform.Check;
import webhookinspector.conform.Conformance;
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

  @Option(
      names = "--start",
      paramLabel = "COMMAND",
      description = "Starts the receiver. Checks stop, kill and start it again; it never stays.")
  @Nullable String start;

  @Option(
      names = "--received",
      paramLabel = "COMMAND",
      description = "Prints what the receiver has kept, in any form that holds the events' gids.")
  @Nullable String received;

  @Option(
      names = "--arm",
      paramLabel = "COMMAND",
      description = "Runs before a first handshake: tells the receiver to expect one.")
  @Nullable String arm;

  @Option(
      names = "--settle",
      paramLabel = "COMMAND",
      description = "Runs after a first handshake: tells the receiver that the webhook exists.")
  @Nullable String settle;

  @Option(
      names = "--second",
      paramLabel = "URL",
      description = "The address of a second webhook on the same receiver.")
  @Nullable String second;

  @Option(
      names = "--only",
      paramLabel = "CHECK",
      split = ",",
      description = "Run this check only; may be repeated.")
  List<String> only = List.of();

  @Option(
      names = "--except",
      paramLabel = "CHECK",
      split = ",",
      description = "Leave this check out; may be repeated.")
  List<String> except = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Offer the same secret and ids as the run that printed this seed.")
  @Nullable Long seed;

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
    Conformance conformance = conformance();
    try {
      Report report = conformance.run();
      print(report);
      return report.conforms() ? Exit.OK : Exit.NO;
    } catch (Unreachable e) {
      console.err().println(Plain.text(e.getMessage()));
      return Exit.UNREACHABLE;
    }
  }

  private Conformance conformance() {
    if (url == null) {
      throw new IllegalArgumentException(
          "URL: missing (expected: where the receiver listens, such as"
              + " http://localhost:3000/hook)");
    }
    long chosen = seed != null ? seed : new SecureRandom().nextLong() & Long.MAX_VALUE;
    Conformance conformance = Conformance.of(address("URL", url)).seed(chosen);
    conformance.only(only.toArray(String[]::new)).except(except.toArray(String[]::new));
    if (start != null) {
      conformance.start(start);
    }
    if (received != null) {
      conformance.received(received);
    }
    if (arm != null) {
      conformance.arm(arm);
    }
    if (settle != null) {
      conformance.settle(settle);
    }
    if (second != null) {
      conformance.second(address("--second", second));
    }
    return conformance;
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

  private static URI address(String name, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(
          name + ": " + text + " (expected: an address, such as http://localhost:3000/hook)");
    }
  }
}
