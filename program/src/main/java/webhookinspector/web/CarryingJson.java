package webhookinspector.web;

import tools.jackson.databind.JsonNode;
import webhookinspector.export.ExportReport;
import webhookinspector.feed.LineJson;
import webhookinspector.imports.ImportReport;

/** What the admin port says about files. */
public final class CarryingJson {

  private CarryingJson() {}

  /** What came of an export. */
  public static String report(ExportReport report) {
    return LineJson.object(
        out -> {
          out.writeNumberProperty("deliveries", report.deliveries());
          out.writeArrayPropertyStart("leftOut");
          report.leftOut().forEach(out::writeString);
          out.writeEndArray();
        });
  }

  /** What came of an import. */
  public static String report(ImportReport report) {
    return LineJson.object(
        out -> {
          out.writeNumberProperty("deliveries", report.deliveries());
          out.writeNumberProperty("kept", report.kept());
          out.writeNumberProperty("known", report.known());
          out.writeNumberProperty("authentic", report.authentic());
          out.writeArrayPropertyStart("passedOver");
          report.passedOver().forEach(out::writeString);
          out.writeEndArray();
        });
  }

  public static ImportReport importReport(JsonNode report) {
    return new ImportReport(
        report.path("deliveries").asLong(0),
        report.path("kept").asLong(0),
        report.path("known").asLong(0),
        report.path("authentic").asLong(0),
        report.path("passedOver").values().stream().map(JsonNode::asString).toList());
  }

  public static ExportReport exportReport(JsonNode report) {
    return new ExportReport(
        report.path("deliveries").asLong(0),
        report.path("leftOut").values().stream().map(JsonNode::asString).toList());
  }
}
