package webhookinspector.feed.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.State;

class JsonViewTest {

  private final StringWriter paper = new StringWriter();
  private final JsonView view =
      new JsonView(new PrintWriter(paper), InstantSource.fixed(Examples.NOON));

  @Test
  void printsTheReadyLineAndOneObjectADelivery() {
    view.told(state(new State.Starting("")));
    view.open(Examples.opening());
    view.told(state(new State.WaitingForHandshake("")));
    view.told(Examples.told(Examples.handshake(1)));
    view.told(state(new State.Live("")));
    view.told(Examples.told(Examples.completed(2)));
    view.close();
    assertThat(paper.toString().lines())
        .containsExactly(
            LineJson.write(Examples.opening().ready()),
            LineJson.write(Examples.told(Examples.handshake(1))),
            LineJson.write(Examples.told(Examples.completed(2))));
  }

  @Test
  void tellsTroubleAndItsEnd() {
    view.told(state(new State.Live("")));
    view.told(state(new State.Degraded("the disk is full")));
    view.told(state(new State.Degraded("the tunnel is down")));
    view.told(state(new State.Live("")));
    view.told(state(new State.Live("")));
    assertThat(paper.toString().lines().map(line -> line.replaceAll(".*\"state\":\"|\",.*", "")))
        .containsExactly("DEGRADED", "DEGRADED", "LIVE");
  }

  @Test
  void saysWhenItPassedOverLines() {
    view.fellBehind(7);
    assertThat(paper.toString())
        .startsWith("{\"type\":\"alert\",\"at\":\"2026-06-12T12:00:00.318Z\"")
        .contains("\"topic\":\"fell-behind\"", "7 lines");
  }

  private static Line state(State state) {
    return new Line.OfState(Examples.NOON, state);
  }
}
