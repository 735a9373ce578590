package webhookinspector.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import webhookinspector.export.ExportReport;
import webhookinspector.feed.LineReader;
import webhookinspector.imports.FileForm;
import webhookinspector.imports.ImportReport;
import webhookinspector.trust.Secret;
import webhookinspector.web.Carrying;
import webhookinspector.web.CarryingJson;
import webhookinspector.web.NewExport;
import webhookinspector.web.NewImport;
import webhookinspector.web.Upload;

/** {@link Carrying} through the admin port. */
record HttpCarrying(Exchange exchange) implements Carrying {

  @Override
  public ExportReport export(NewExport wanted, OutputStream out) throws IOException {
    String query =
        HttpAdmin.query(
            "q",
            wanted.filter(),
            "format",
            wanted.format().word(),
            "redact",
            wanted.redact() ? "yes" : null,
            "signatures",
            wanted.keepSignatures() ? "kept" : null);
    HttpResponse<InputStream> answer = exchange.download("/export" + query);
    try (InputStream in = answer.body()) {
      in.transferTo(out);
    }
    String id = answer.headers().firstValue("X-Export").orElse("");
    return CarryingJson.exportReport(LineReader.parse(exchange.get("/exports/" + id)));
  }

  @Override
  public ImportReport take(NewImport wanted, Upload file) throws IOException {
    FileForm form = wanted.form();
    String query =
        HttpAdmin.query(
            "format",
            form == null ? null : form.word(),
            "inbox",
            wanted.inbox(),
            "receivedAt",
            wanted.receivedAt(),
            "headers",
            String.join("\n", wanted.headers()),
            "believe",
            wanted.believeThrowAway() ? "throw-away" : null,
            "partial",
            wanted.partial() ? "yes" : null,
            "most",
            wanted.most() == 0 ? null : wanted.most());
    Secret secret = wanted.secret();
    try (InputStream content = file.open()) {
      String answer =
          exchange.upload("/imports" + query, content, secret == null ? null : secret.reveal());
      return CarryingJson.importReport(LineReader.parse(answer));
    }
  }
}
