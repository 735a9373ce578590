package webhookinspector.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.feed.LineJson;

/**
 * HTTP archive 1.2 (the W3C draft that browsers follow). What it has no place for stands in {@code
 * _delivery}: names with an underscore are a program's own. The address is made up, for the true
 * one lets anybody post to the inbox.
 */
final class HarWriter implements ParcelWriter {

  private final OutputStream out;
  private boolean first = true;

  HarWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void begin(Head head) throws IOException {
    String about =
        LineJson.object(
            json -> {
              json.writeStringProperty("version", "1.2");
              json.writeObjectPropertyStart("creator");
              json.writeStringProperty("name", "Webhook Inspector");
              json.writeStringProperty("version", Integer.toString(Head.VERSION));
              json.writeEndObject();
              json.writeStringProperty("_signatures", head.signatures().word());
              if (head.throwAway() != null) {
                json.writeStringProperty("_secret", head.throwAway().reveal());
              }
            });
    text("{\"log\":" + about.substring(0, about.length() - 1) + ",\"entries\":[\n");
  }

  @Override
  public void add(Parcel parcel) throws IOException {
    text(first ? "" : ",\n");
    first = false;
    Delivery delivery = parcel.judged().delivery();
    text(
        LineJson.object(
            json -> {
              json.writeStringProperty(
                  "startedDateTime", ParcelText.TIME.format(delivery.receivedAt()));
              json.writeNumberProperty("time", 0);
              request(json, parcel);
              response(json, parcel.judged().answer());
              json.writeObjectPropertyStart("cache");
              json.writeEndObject();
              json.writeObjectPropertyStart("timings");
              for (String phase : new String[] {"send", "wait", "receive"}) {
                json.writeNumberProperty(phase, 0);
              }
              json.writeEndObject();
              json.writeObjectPropertyStart("_delivery");
              JsonlWriter.facts(json, parcel);
              json.writeEndObject();
            }));
  }

  private static void request(JsonGenerator json, Parcel parcel) {
    Delivery delivery = parcel.judged().delivery();
    json.writeObjectPropertyStart("request");
    json.writeStringProperty("method", "POST");
    json.writeStringProperty("url", "https://inspector.invalid/in/" + parcel.judged().inbox());
    json.writeStringProperty("httpVersion", "HTTP/1.1");
    nothing(json, "cookies");
    json.writeArrayPropertyStart("headers");
    for (Header header : delivery.headers()) {
      json.writeStartObject();
      json.writeStringProperty("name", header.name());
      json.writeStringProperty("value", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    nothing(json, "queryString");
    json.writeObjectPropertyStart("postData");
    json.writeStringProperty("mimeType", delivery.headers().first("Content-Type").orElse(""));
    body(json, delivery.body());
    json.writeEndObject();
    json.writeNumberProperty("headersSize", -1);
    json.writeNumberProperty("bodySize", delivery.body().size());
    json.writeEndObject();
  }

  private static void body(JsonGenerator json, Body body) {
    var text = ParcelText.plain(body);
    json.writeStringProperty(
        "text", text.orElseGet(() -> Base64.getEncoder().encodeToString(body.toBytes())));
    if (text.isEmpty()) {
      json.writeStringProperty("_encoding", "base64");
    }
  }

  private static void response(JsonGenerator json, int answer) {
    json.writeObjectPropertyStart("response");
    json.writeNumberProperty("status", answer);
    json.writeStringProperty("statusText", "");
    json.writeStringProperty("httpVersion", "HTTP/1.1");
    nothing(json, "cookies");
    nothing(json, "headers");
    json.writeObjectPropertyStart("content");
    json.writeNumberProperty("size", 0);
    json.writeStringProperty("mimeType", "");
    json.writeEndObject();
    json.writeStringProperty("redirectURL", "");
    json.writeNumberProperty("headersSize", -1);
    json.writeNumberProperty("bodySize", 0);
    json.writeEndObject();
  }

  private static void nothing(JsonGenerator json, String name) {
    json.writeArrayPropertyStart(name);
    json.writeEndArray();
  }

  @Override
  public void end(ExportReport report) throws IOException {
    int left = report.leftOut().size();
    text("\n]" + (left == 0 ? "" : ",\"_leftOut\":" + left) + "}}\n");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
