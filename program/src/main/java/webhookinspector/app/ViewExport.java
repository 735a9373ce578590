package webhookinspector.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import webhookinspector.export.ExportFile;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.web.Carrying;
import webhookinspector.web.NewExport;
import webhookinspector.web.Refusal;

/** A file that somebody names in the full-screen view; never one that is there already. */
final class ViewExport {

  private ViewExport() {}

  static Host.Exported write(Carrying carrying, String filter, String name, boolean redact) {
    Path file = Path.of(name).toAbsolutePath().normalize();
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Refusal.badInput("file: " + name + " is there already (expected: a new name)", "");
    }
    ExportFormat format = ExportFormat.byName(name).orElse(ExportFormat.JSONL);
    var wanted = new NewExport(filter, format, redact, false);
    try {
      ExportReport report = ExportFile.write(file, out -> carrying.export(wanted, out));
      return new Host.Exported(report.deliveries(), report.leftOut().size(), file.toString());
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT, "file: " + name + " cannot be written: " + e.getMessage(), "");
    }
  }
}
