package webhookinspector.app;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.export.Export;
import webhookinspector.export.ExportReport;
import webhookinspector.export.ExportWish;
import webhookinspector.history.FilterParser;
import webhookinspector.imports.CutOff;
import webhookinspector.imports.HttpReader;
import webhookinspector.imports.ImportReport;
import webhookinspector.imports.ImportWish;
import webhookinspector.imports.Importer;
import webhookinspector.imports.Limits;
import webhookinspector.imports.Unreadable;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;
import webhookinspector.web.Carrying;
import webhookinspector.web.NewExport;
import webhookinspector.web.NewImport;
import webhookinspector.web.Refusal;
import webhookinspector.web.Upload;

/** {@link Carrying} by whoever has the folder. */
final class KeptFiles implements Carrying {

  private final Core core;
  private final InstantSource clock;
  private final DataFolder folder;
  private final Export export;
  private final Importer importer;

  KeptFiles(Core core, DataFolder folder, InstantSource clock) {
    this.folder = folder;
    this.importer = new Importer(core.ledger(), core.registry());
    this.core = core;
    this.clock = clock;
    this.export =
        new Export(core.history(), core.ledger(), core.registry()::marking, new SecureRandom());
  }

  @Override
  public ImportReport take(NewImport wanted, Upload file) throws IOException {
    ImportWish wish = wish(wanted);
    try (Spool spool = Spool.of(file, folder)) {
      return importer.take(spool, wish);
    } catch (Unreadable e) {
      throw Refusal.badInput(e.getMessage(), e.next());
    } catch (CutOff e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT, e.getMessage(), "Import it again: what is kept is not doubled.");
    }
  }

  private ImportWish wish(NewImport wanted) {
    String inbox = wanted.inbox();
    Instant receivedAt = wanted.receivedAt();
    return new ImportWish(
        wanted.form(),
        new InboxName(inbox == null ? "imported" : inbox),
        receivedAt == null ? clock.instant() : receivedAt,
        new Headers(wanted.headers().stream().map(KeptFiles::header).toList()),
        wanted.secret(),
        wanted.believeThrowAway(),
        wanted.partial(),
        wanted.most() == 0 ? Limits.DEFAULTS : Limits.DEFAULTS.with(wanted.most()));
  }

  private static Header header(String line) {
    return HttpReader.typed(line)
        .orElseThrow(
            () ->
                Refusal.badInput(
                    "header: " + line + " (expected: such as Content-Type: application/json)", ""));
  }

  @Override
  public ExportReport export(NewExport wanted, OutputStream out) throws IOException {
    Instant now = clock.instant();
    var filter = FilterParser.parse(wanted.filter(), now);
    ExportReport report =
        export.write(
            new ExportWish(filter, wanted.format(), wanted.redact(), wanted.keepSignatures()), out);
    for (String damaged : report.leftOut()) {
      core.alerts().accept(new Alert(now, null, "export", "left out of an export: " + damaged));
    }
    return report;
  }
}
