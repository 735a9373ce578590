package webhookinspector.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.imports.ImportReport;
import webhookinspector.inspection.DeliveryLine;

/** Writes ids in place of deliveries; breaks off behind the first when asked for HAR. */
record MemoryCarrying(MemoryAdmin admin) implements Carrying {

  @Override
  public ExportReport export(NewExport wanted, OutputStream out) throws IOException {
    var found = admin.deliveries(new Search(wanted.filter(), null, null, Search.MAX_LIMIT));
    for (DeliveryLine line : found) {
      out.write((line.id() + "\n").getBytes(StandardCharsets.UTF_8));
      if (wanted.format() == ExportFormat.HAR) {
        out.flush();
        throw new IOException("the disk is gone");
      }
    }
    return new ExportReport(found.size(), List.of("delivery x: damaged"));
  }

  @Override
  public ImportReport take(NewImport wanted, Upload file) throws IOException {
    admin.imported(wanted);
    try (var in = file.open()) {
      return new ImportReport(in.readAllBytes().length, 4, 3, 2, List.of("line 1: GET /"));
    }
  }
}
