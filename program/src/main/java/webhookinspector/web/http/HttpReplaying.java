package webhookinspector.web.http;

import java.util.List;
import webhookinspector.feed.ReplayLine;
import webhookinspector.web.BegunReplay;
import webhookinspector.web.Edit;
import webhookinspector.web.NewReplay;
import webhookinspector.web.Replaying;
import webhookinspector.web.ReplayingJson;
import webhookinspector.web.SentAgain;

/** {@link Replaying} through the admin port. */
record HttpReplaying(Exchange exchange) implements Replaying {

  @Override
  public SentAgain send(String idOrStart, String target, Edit edit) {
    String path = "/deliveries/" + HttpAdmin.encoded(idOrStart) + "/replays";
    return ReplayingJson.sentAgain(exchange.send("POST", path, ReplayingJson.write(target, edit)));
  }

  @Override
  public BegunReplay begin(NewReplay wanted) {
    return ReplayingJson.begun(exchange.send("POST", "/replays", ReplayingJson.write(wanted)));
  }

  @Override
  public List<ReplayLine> list() {
    return ReplayingJson.lines(exchange.get("/replays"));
  }

  @Override
  public ReplayLine find(String id) {
    return ReplayingJson.line(exchange.get("/replays/" + HttpAdmin.encoded(id)));
  }

  @Override
  public ReplayLine stop(String id) {
    return ReplayingJson.line(exchange.send("DELETE", "/replays/" + HttpAdmin.encoded(id), ""));
  }
}
