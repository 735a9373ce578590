package webhookinspector.rest;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * What a REST call gets.
 *
 * @param body JSON, or what a fault or the control page made of it
 * @param cut the connection ends before any of it leaves
 */
public record Reply(int status, Headers headers, Body body, boolean cut) {

  private static final Headers JSON = Headers.of("Content-Type", "application/json; charset=UTF-8");

  /** A JSON document as it is. */
  static Reply of(int status, JsonNode document) {
    return new Reply(status, JSON, Body.wrapping(Json.write(document, false)), false);
  }

  /** 200 with the usual envelope. */
  static Reply data(JsonNode data) {
    return of(200, Json.object().set("data", data));
  }

  /** 201 with the usual envelope and where the new thing is found. */
  static Reply created(ObjectNode document, String location) {
    return of(201, document).with("Location", location);
  }

  /** 200 with an empty record. */
  static Reply done() {
    return data(Json.object());
  }

  Reply with(String name, String value) {
    List<Header> lines = new ArrayList<>(headers.lines());
    lines.add(new Header(name, value));
    return new Reply(status, new Headers(lines), body, cut);
  }
}
