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
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;

/** One object a line: head, deliveries, end. */
final class JsonlWriter implements ParcelWriter {

  private final OutputStream out;

  JsonlWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void begin(Head head) throws IOException {
    line(
        json -> {
          json.writeStringProperty("type", "export");
          json.writeNumberProperty("version", Head.VERSION);
          json.writeStringProperty("signatures", head.signatures().word());
          if (head.throwAway() != null) {
            json.writeStringProperty("secret", head.throwAway().reveal());
          }
        });
  }

  @Override
  public void add(Parcel parcel) throws IOException {
    line(
        json -> {
          Judged judged = parcel.judged();
          json.writeStringProperty("type", "delivery");
          facts(json, parcel);
          json.writeNumberProperty("answer", judged.answer());
          headers(json, judged.delivery());
          body(json, judged.delivery().body());
        });
  }

  /** What is told of a delivery beside its bytes. */
  static void facts(JsonGenerator json, Parcel parcel) {
    Judged judged = parcel.judged();
    Judgement judgement = parcel.judgement();
    json.writeStringProperty("id", judged.id().text());
    json.writeStringProperty("inbox", judged.inbox().text());
    json.writeStringProperty("source", parcel.source().word());
    json.writeStringProperty("receivedAt", ParcelText.TIME.format(judged.delivery().receivedAt()));
    json.writeBooleanProperty("handshake", judgement.handshake());
    json.writeStringProperty("verdict", judgement.word());
    json.writeStringProperty("because", judgement.because());
    json.writeBooleanProperty("believable", judgement.believable());
    json.writeBooleanProperty("pinned", parcel.marking().pinned());
    LineJson.string(json, "note", parcel.marking().note());
    json.writeStringProperty("sha256", judged.delivery().body().sha256());
  }

  private static void headers(JsonGenerator json, Delivery delivery) {
    json.writeArrayPropertyStart("headers");
    for (Header header : delivery.headers()) {
      json.writeStartArray();
      json.writeString(header.name());
      json.writeString(header.value());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void body(JsonGenerator json, Body body) {
    var text = ParcelText.plain(body);
    if (text.isPresent()) {
      json.writeStringProperty("body", text.get());
    } else {
      json.writeStringProperty("bodyBase64", Base64.getEncoder().encodeToString(body.toBytes()));
    }
  }

  /** Without it a file that was cut off would look whole. */
  @Override
  public void end(ExportReport report) throws IOException {
    line(
        json -> {
          json.writeStringProperty("type", "end");
          json.writeNumberProperty("deliveries", report.deliveries());
          if (!report.leftOut().isEmpty()) {
            json.writeNumberProperty("leftOut", report.leftOut().size());
          }
        });
  }

  private void line(LineJson.Content content) throws IOException {
    out.write(LineJson.object(content).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
