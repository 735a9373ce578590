package webhookinspector.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.forward.TargetStatus;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;
import webhookinspector.web.AttemptJson;
import webhookinspector.web.Forwarding;
import webhookinspector.web.ForwardingJson;

/** {@link Forwarding} through the admin port. */
record HttpForwarding(Exchange exchange) implements Forwarding {

  @Override
  public List<TargetStatus> targets() {
    return ForwardingJson.targets(exchange.get("/targets"));
  }

  @Override
  public TargetStatus add(String address, String filter, List<String> headers) {
    return ForwardingJson.target(
        exchange.send("POST", "/targets", ForwardingJson.newTarget(address, filter, headers)));
  }

  @Override
  public void remove(long number) {
    exchange.send("DELETE", "/targets/" + number, "");
  }

  @Override
  public TargetStatus pause(long number, boolean paused) {
    String verb = paused ? "/pause" : "/resume";
    return ForwardingJson.target(exchange.send("POST", "/targets/" + number + verb, "{}"));
  }

  @Override
  public List<Letter> dead(long number, int limit) {
    return ForwardingJson.readLetters(exchange.get("/targets/" + number + "/dead?limit=" + limit));
  }

  @Override
  public List<Attempt> attempts(long number, int limit) {
    return AttemptJson.readAll(exchange.get("/targets/" + number + "/attempts?limit=" + limit));
  }

  @Override
  public int retry(long number, @Nullable String idOrStart) {
    return ForwardingJson.readRetried(
        exchange.send("POST", "/targets/" + number + "/retries", ForwardingJson.retry(idOrStart)));
  }
}
