package webhookinspector.web.http;

import webhookinspector.inspection.Difference;
import webhookinspector.web.DifferenceJson;
import webhookinspector.web.Finding;

/** {@link Finding} through the admin port. */
final class HttpFinding implements Finding {

  private final Exchange exchange;

  HttpFinding(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Difference difference(String a, String b) {
    return DifferenceJson.read(
        exchange.get("/deliveries/" + HttpAdmin.encoded(a) + "/diff/" + HttpAdmin.encoded(b)));
  }
}
