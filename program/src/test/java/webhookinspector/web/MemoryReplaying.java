package webhookinspector.web;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import webhookinspector.feed.Line;
import webhookinspector.feed.ReplayLine;

/** A {@link Replaying} that says something known of whatever it is asked. */
public record MemoryReplaying(UnaryOperator<String> ids) implements Replaying {

  public static final String ID = "01J9ZZ00000000000000000REP";

  @Override
  public SentAgain send(String idOrStart, String target, Edit edit) {
    String id = ids.apply(idOrStart);
    String marker = edit.body() == null ? id : id + "; edited";
    var attempt =
        new Line.OfAttempt(Instant.EPOCH, id, target, 200, 7, null, "replay", marker, null, "ok");
    boolean anew = "throw-away".equals(edit.sign());
    return new SentAgain(attempt, anew ? "0a1b2c" : null, anew ? "5ec7e7" : null);
  }

  @Override
  public BegunReplay begin(NewReplay wanted) {
    boolean anew = "throw-away".equals(wanted.sign());
    var line = line(wanted.target(), wanted.dryRun() ? "planned" : "running");
    return new BegunReplay(line, anew ? "5ec7e7" : null);
  }

  @Override
  public List<ReplayLine> list() {
    return List.of(find(ID));
  }

  @Override
  public ReplayLine find(String id) {
    if (!id.equals(ID)) {
      throw Refusal.notFound("replay: " + id + " (expected: a known one)", "");
    }
    return line("http://127.0.0.1:3000/", "running");
  }

  @Override
  public ReplayLine stop(String id) {
    return line(find(id).target(), "stopped");
  }

  private static ReplayLine line(String target, String state) {
    var times = new ReplayLine.Times(0.8, 2.1, 6);
    var answers =
        List.of(new ReplayLine.Answers(200, 2, times), new ReplayLine.Answers(null, 1, times));
    return new ReplayLine(
        ID, Instant.EPOCH, target, state, 5, 1, 3, 2, 4_000, 12, 7, times, answers, null);
  }
}
