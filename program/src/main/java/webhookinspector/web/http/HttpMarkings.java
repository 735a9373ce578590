package webhookinspector.web.http;

import webhookinspector.feed.LineReader;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.web.MarkingJson;
import webhookinspector.web.Markings;

/** {@link Markings} through the admin port. */
record HttpMarkings(Exchange exchange) implements Markings {

  @Override
  public DeliveryLine pin(String idOrStart, boolean pinned) {
    return send(pinned ? "PUT" : "DELETE", idOrStart, "/pin", pinned ? "{}" : "");
  }

  @Override
  public DeliveryLine note(String idOrStart, String note) {
    return send("PUT", idOrStart, "/note", MarkingJson.note(note));
  }

  private DeliveryLine send(String method, String idOrStart, String what, String json) {
    String path = "/deliveries/" + HttpAdmin.encoded(idOrStart) + what;
    return MarkingJson.line(LineReader.parse(exchange.send(method, path, json)));
  }
}
