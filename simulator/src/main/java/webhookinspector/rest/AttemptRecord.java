package webhookinspector.rest;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.sender.Answer;
import webhookinspector.sender.Attempt;
import webhookinspector.world.Times;

/** An attempt as JSON. Bodies of ours are UTF-8, so their text is their bytes. */
final class AttemptRecord {

  private AttemptRecord() {}

  static ObjectNode of(Attempt attempt) {
    ObjectNode out = Json.object();
    out.put("number", attempt.number()).put("webhook", attempt.webhook());
    out.put("kind", attempt.kind().word()).put("target", attempt.target().toString());
    out.put("because", attempt.because()).put("retry", attempt.retry());
    ArrayNode events = out.putArray("events");
    attempt.events().forEach(events::add);
    out.put("sentAt", Times.text(attempt.sentAt()));
    out.put("tookMillis", attempt.took().toNanos() / 1_000_000.0);
    out.put("delivered", attempt.delivered()).put("fault", attempt.fault());
    ObjectNode request = out.putObject("request");
    request.set("headers", headers(attempt.headers()));
    request.put("body", attempt.body().text()).put("sha256", attempt.body().sha256());
    out.set("answer", answer(attempt.answer()));
    return out;
  }

  private static ObjectNode answer(Answer answer) {
    ObjectNode out = Json.object().put("summary", answer.summary());
    if (answer instanceof Answer.Response response) {
      out.put("status", response.status());
      out.set("headers", headers(response.headers()));
      out.put("body", response.body().text());
    }
    return out;
  }

  private static ArrayNode headers(Headers headers) {
    ArrayNode out = Json.array();
    for (Header header : headers) {
      out.add(Json.object().put("name", header.name()).put("value", header.value()));
    }
    return out;
  }
}
