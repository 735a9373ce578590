package webhookinspector.web.jetty;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.imports.FileForm;
import webhookinspector.trust.Secret;
import webhookinspector.web.Admin;
import webhookinspector.web.CarryingJson;
import webhookinspector.web.NewExport;
import webhookinspector.web.NewImport;
import webhookinspector.web.Refusal;
import webhookinspector.web.Upload;

/**
 * Files out and in. What came of an export is asked for afterwards: its answer has begun before
 * that is known.
 */
final class CarryingRoutes {

  private static final int REMEMBERED = 100;

  private final Admin admin;

  private final Map<String, ExportReport> reports =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ExportReport> eldest) {
              return size() > REMEMBERED;
            }
          });

  CarryingRoutes(Admin admin) {
    this.admin = admin;
  }

  List<Route> all() {
    return List.of(
        new Route("GET", Routes.API + "/export", this::export),
        new Route("GET", Routes.API + "/exports/{id}", this::report),
        new Route("POST", Routes.API + "/imports", this::take));
  }

  private Answer take(Call call) {
    call.knows("format", "inbox", "receivedAt", "headers", "believe", "partial", "most");
    var wanted =
        new NewImport(
            form(call.text("format")),
            call.text("inbox"),
            time(call.text("receivedAt")),
            call.text("headers", "").lines().toList(),
            secret(call),
            choice(call, "believe", "nothing", "throw-away"),
            choice(call, "partial", "no", "yes"),
            call.number("most", 0));
    try {
      var upload = new Upload.OfStream(Request.asInputStream(call.request()));
      return Answer.json(CarryingJson.report(admin.carrying().take(wanted, upload)));
    } catch (IOException e) {
      throw Refusal.badInput(
          "file: cannot be read to its end: " + e.getMessage(), "Send it again.");
    }
  }

  private static @Nullable FileForm form(@Nullable String word) {
    return word == null
        ? null
        : FileForm.of(word)
            .orElseThrow(
                () ->
                    Refusal.badInput(
                        "format: " + word + " (expected: jsonl, har, http or body)", ""));
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.badInput(
          "receivedAt: " + text + " (expected: a time such as 2026-06-12T08:41:02.318Z)", "");
    }
  }

  /** In a header, because addresses are written into logs and histories. */
  private static @Nullable Secret secret(Call call) {
    String text = call.request().getHeaders().get("X-Import-Secret");
    return text == null ? null : Secret.of(text);
  }

  private Answer export(Call call) {
    call.knows("q", "format", "redact", "signatures");
    var wanted =
        new NewExport(
            call.text("q", ""),
            format(call.text("format", ExportFormat.JSONL.word())),
            choice(call, "redact", "no", "yes"),
            choice(call, "signatures", "withheld", "kept"));
    String id = UUID.randomUUID().toString();
    return new Answer.Download(
        wanted.format().mediaType(),
        "deliveries." + wanted.format().ending(),
        Map.of("X-Export", id),
        out -> reports.put(id, admin.carrying().export(wanted, out)));
  }

  private static ExportFormat format(String word) {
    return ExportFormat.of(word)
        .orElseThrow(
            () ->
                Refusal.badInput(
                    "format: " + word + " (expected: jsonl, har, curl, httpie or csv)", ""));
  }

  private static boolean choice(Call call, String name, String no, String yes) {
    String word = call.text(name, no);
    if (!word.equals(no) && !word.equals(yes)) {
      throw Refusal.badInput(name + ": " + word + " (expected: " + no + " or " + yes + ")", "");
    }
    return word.equals(yes);
  }

  private Answer report(Call call) {
    call.knows();
    ExportReport report = reports.get(call.variable("id"));
    if (report == null) {
      throw Refusal.notFound(
          "export: " + call.variable("id") + " (expected: X-Export of one that has ended)", "");
    }
    return Answer.json(CarryingJson.report(report));
  }
}
