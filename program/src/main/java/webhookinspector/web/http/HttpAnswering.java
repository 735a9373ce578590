package webhookinspector.web.http;

import webhookinspector.feed.LineJson;
import webhookinspector.web.Answering;
import webhookinspector.web.AnswersNow;

/** {@link Answering} through the admin port. */
record HttpAnswering(Exchange exchange) implements Answering {

  private static final String PATH = "/answers";

  @Override
  public AnswersNow now() {
    return AnswersNow.read(exchange.get(PATH));
  }

  @Override
  public AnswersNow follow(String script) {
    String wanted = LineJson.object(out -> out.writeStringProperty("script", script));
    return AnswersNow.read(exchange.send("PUT", PATH, wanted));
  }

  @Override
  public AnswersNow stop() {
    return AnswersNow.read(exchange.send("DELETE", PATH, ""));
  }
}
