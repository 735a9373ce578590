package webhookinspector.web.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.Known;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Timeline;
import webhookinspector.web.DifferenceJson;
import webhookinspector.web.Finding;
import webhookinspector.web.HitJson;
import webhookinspector.web.Hits;
import webhookinspector.web.Search;
import webhookinspector.web.TimelineReader;

/** {@link Finding} through the admin port. */
final class HttpFinding implements Finding {

  private final Exchange exchange;

  HttpFinding(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Hits search(Search search) {
    return HitJson.read(exchange.get("/search" + HttpAdmin.query(search)));
  }

  @Override
  public Difference difference(String a, String b) {
    return DifferenceJson.read(
        exchange.get("/deliveries/" + HttpAdmin.encoded(a) + "/diff/" + HttpAdmin.encoded(b)));
  }

  @Override
  public Optional<DeliveryLine> previous(String name) {
    return DifferenceJson.readPrevious(
        exchange.get("/deliveries/" + HttpAdmin.encoded(name) + "/previous"));
  }

  @Override
  public List<Known> things(String words, int limit) {
    String query = HttpAdmin.query("name", words, "limit", limit);
    return TimelineReader.things(exchange.get("/resources" + query));
  }

  @Override
  public Timeline timeline(String gid, @Nullable String before, int limit) {
    String query = HttpAdmin.query("before", before, "limit", limit);
    return TimelineReader.read(
        exchange.get("/resources/" + Finding.gid(gid) + "/timeline" + query));
  }
}
