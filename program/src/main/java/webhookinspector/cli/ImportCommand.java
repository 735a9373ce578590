package webhookinspector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import webhookinspector.imports.FileForm;
import webhookinspector.imports.ImportReport;
import webhookinspector.web.Admin;
import webhookinspector.web.CarryingJson;
import webhookinspector.web.NewImport;
import webhookinspector.web.Refusal;
import webhookinspector.web.Upload;

/** Takes deliveries out of files. */
@Command(
    name = "import",
    description = {
      "Take deliveries out of files: what `export` wrote, HTTP archives (HAR) of browsers and",
      "proxies, or one request with its headers. Gzip is fine.",
      "They are marked as imported, and believed only if a secret that is known here signed",
      "them. The same file twice keeps nothing twice; one that is no good keeps nothing at all."
    },
    footer = {"Example:", "  inspector import week.jsonl.gz"})
final class ImportCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "What to read; - is standard input.")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "jsonl, har, http (a request as it went over the wire) or body (one body alone).",
        "Default: what the file looks like"
      })
  @Nullable FileForm form;

  @Option(
      names = "--inbox",
      paramLabel = "NAME",
      description = "Where they came to, where the file does not tell. Default: imported")
  @Nullable String inbox;

  @Option(
      names = "--header",
      paramLabel = "LINE",
      description = "A header of a body alone, such as 'X-Hook-Signature: …'. May be repeated.")
  List<String> headers = new ArrayList<>();

  @Option(
      names = "--received-at",
      paramLabel = "TIME",
      description = "When they came, where the file does not tell. Default: when it was changed")
  @Nullable Instant receivedAt;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Holds one more secret that signatures are tried with.")
  @Nullable Path secretFile;

  @Option(
      names = "--believe-throw-away",
      description = "Believe what the made-up secret in a redacted file's own head signed.")
  boolean believeThrowAway;

  @Option(names = "--partial", description = "Take a file that was cut off as far as it goes.")
  boolean partial;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "Allow so many deliveries in a file. Default: 100000")
  int most;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Access access = options.open(console)) {
      for (Path file : files) {
        ImportReport report = take(access.admin(), file);
        if (output.json()) {
          console.out().println(CarryingJson.report(report));
        } else {
          remark(file, report);
        }
      }
      return Exit.OK;
    }
  }

  private ImportReport take(Admin admin, Path file) {
    boolean fromInput = file.toString().equals("-");
    try {
      return admin
          .carrying()
          .take(
              wanted(fromInput ? null : file),
              fromInput ? new Upload.OfStream(console.in()) : new Upload.OfFile(file));
    } catch (IOException e) {
      throw Refusal.badInput(
          "file: " + file + " cannot be read (expected: a file)",
          "Give its path, or check who may read it.");
    } catch (Refusal e) {
      throw new Refusal(e.code(), file + ": " + e.getMessage(), e.next());
    }
  }

  /** A file keeps its time, so that the same one gives the same ids whenever it is imported. */
  private NewImport wanted(@Nullable Path file) throws IOException {
    Instant at = receivedAt;
    if (at == null && file != null) {
      at = Files.getLastModifiedTime(file).toInstant();
    }
    return new NewImport(
        form,
        inbox,
        at,
        headers,
        secretFile == null ? null : SecretFile.read(secretFile),
        believeThrowAway,
        partial,
        most);
  }

  private void remark(Path file, ImportReport report) {
    console
        .out()
        .println(
            file
                + ": "
                + report.deliveries()
                + " deliveries, "
                + report.kept()
                + " new, "
                + report.known()
                + " here already; "
                + report.authentic()
                + " of the new ones authentic");
    report.passedOver().forEach(one -> console.err().println("Passed over: " + Plain.text(one)));
  }
}
