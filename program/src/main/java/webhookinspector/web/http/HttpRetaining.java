package webhookinspector.web.http;

import java.util.List;
import webhookinspector.feed.LineReader;
import webhookinspector.ledger.Dropped;
import webhookinspector.web.NewPruning;
import webhookinspector.web.Retaining;
import webhookinspector.web.RetainingJson;

/** {@link Retaining} through the admin port. */
record HttpRetaining(Exchange exchange) implements Retaining {

  @Override
  public Now now() {
    return RetainingJson.now(LineReader.parse(exchange.get("/retention")));
  }

  @Override
  public List<Dropped> prune(NewPruning wanted) {
    String answer = exchange.patient("POST", "/prunings", RetainingJson.pruning(wanted));
    return RetainingJson.dropped(LineReader.parse(answer));
  }
}
