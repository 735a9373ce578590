package webhookinspector.feed.terminal;

import java.io.PrintWriter;
import java.time.InstantSource;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.Opening;
import webhookinspector.feed.State;
import webhookinspector.feed.View;

/**
 * The lines of the contract, one object each and nothing else. States are told only when something
 * does not work, and once it works again: programs wait for the ready line instead.
 */
public final class JsonView implements View {

  private final PrintWriter out;
  private final InstantSource clock;
  private boolean troubled;

  /**
   * @param out flushed after each line, never closed
   */
  public JsonView(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void open(Opening opening) {
    print(LineJson.write(opening.ready()));
  }

  @Override
  public synchronized void told(Line line) {
    if (line instanceof Line.OfState of && !isNews(of.state())) {
      return;
    }
    print(LineJson.write(line));
  }

  @Override
  public synchronized void fellBehind(long missed) {
    String message = missed + " lines were passed over here; `inspector list` has them";
    print(LineJson.write(new Line.OfAlert(clock.instant(), null, "fell-behind", message)));
  }

  private boolean isNews(State state) {
    boolean trouble =
        switch (state) {
          case State.Degraded _, State.Reconnecting _, State.Failed _ -> true;
          case State.Starting _, State.WaitingForHandshake _, State.Live _ -> false;
        };
    boolean news = trouble || (troubled && state instanceof State.Live);
    troubled = trouble || (troubled && !news);
    return news;
  }

  private void print(String line) {
    out.append(line).append('\n');
    out.flush();
  }

  @Override
  public void close() {}
}
