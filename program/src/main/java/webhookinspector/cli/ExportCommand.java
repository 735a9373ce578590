package webhookinspector.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.export.ExportFile;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.web.Admin;
import webhookinspector.web.NewExport;
import webhookinspector.web.Refusal;

/** Writes deliveries into a file. */
@Command(
    name = "export",
    description = {
      "Write deliveries into a file, oldest first: to keep, to send on, to import elsewhere.",
      "Secrets and credentials never stand in it, signatures only if they are asked for.",
      "A file appears under its name once it is whole. See docs/export.md."
    },
    footer = {"Example:", "  inspector export kind=events since=7d --file week.jsonl.gz"})
final class ExportCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILTER",
      description = "Only such deliveries; see docs/filters.md.")
  List<String> filter = new ArrayList<>();

  @Option(
      names = "--saved",
      paramLabel = "NAME",
      description = "Only what a saved filter lets through.")
  @Nullable String saved;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "jsonl (loses nothing), har, curl, httpie or csv.",
        "Default: what the file's name says, else jsonl"
      })
  @Nullable ExportFormat format;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Where to write; one that ends with .gz is compressed. Default: standard output")
  @Nullable Path file;

  @Option(
      names = "--redact",
      description = {
        "Give names, texts, mail addresses and gids pseudonyms, and sign anew with a secret that",
        "is made up and stands in the file: for bug reports and fixtures."
      })
  boolean redact;

  @Option(
      names = "--keep-signatures",
      description = {
        "Keep signatures, so that an import can verify them. Whoever has the file can then send",
        "its deliveries to your address again, and they will be believed."
      })
  boolean keepSignatures;

  @Mixin AccessOptions options;

  private final Console console;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (redact && keepSignatures) {
      throw Refusal.badInput(
          "keep-signatures: together with --redact (expected: one of them)",
          "A redacted file is signed anew with a made-up secret.");
    }
    try (Access access = options.open(console)) {
      ExportReport report = file == null ? toOutput(access.admin()) : toFile(access.admin(), file);
      remark(report);
      return report.leftOut().isEmpty() ? Exit.OK : Exit.NO;
    }
  }

  private ExportReport toOutput(Admin admin) {
    try {
      ExportReport report = write(admin, console.bytes());
      console.bytes().flush();
      return report;
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.HOLDER_UNREACHABLE,
          "export: broke off: " + e.getMessage() + " (expected: somebody who reads to the end)",
          "With --file, a file appears only once it is whole.");
    }
  }

  private ExportReport toFile(Admin admin, Path to) {
    try {
      return ExportFile.write(to, out -> write(admin, out));
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "file: " + to + " cannot be written: " + e.getMessage(),
          "Name another one with --file, or make room.");
    }
  }

  private ExportReport write(Admin admin, OutputStream out) throws IOException {
    String wanted = String.join(" ", filter);
    if (saved != null) {
      wanted = admin.savedFilters().named(saved).within(wanted);
    }
    return admin.carrying().export(new NewExport(wanted, form(), redact, keepSignatures), out);
  }

  private ExportFormat form() {
    if (format != null) {
      return format;
    }
    return file == null
        ? ExportFormat.JSONL
        : ExportFormat.byName(file.toString()).orElse(ExportFormat.JSONL);
  }

  private void remark(ExportReport report) {
    String where = file == null ? "" : " to " + file;
    console.err().println("Wrote " + report.deliveries() + " deliveries" + where + ". " + kept());
    report.leftOut().forEach(one -> console.err().println("Left out: " + Plain.text(one)));
  }

  private String kept() {
    if (redact) {
      return "Names are pseudonyms; a made-up secret in its head signs them.";
    }
    return keepSignatures
        ? "Signatures are in it: keep it to yourself."
        : "Signatures are withheld.";
  }
}
