package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.State;

class StateBoardTest {

  private final StateBoard board =
      new StateBoard(new Broadcast(), InstantSource.fixed(Instant.EPOCH));

  @Test
  void countsTheAttemptsWhileAllThatIsWrongIsAskedForAgain() {
    board.phase(new State.Live(""));
    board.reconnecting("stream 1", 1, "no answer");
    board.reconnecting("stream 1", 2, "no answer");
    assertThat(board.now()).isEqualTo(new State.Reconnecting(2, "no answer"));
    assertThat(board.now().shown()).isEqualTo("RECONNECTING (2)");
    board.trouble("ledger", Optional.of("the disk is full"));
    assertThat(board.now()).isEqualTo(new State.Degraded("the disk is full; no answer"));
    board.trouble("ledger", Optional.empty());
    board.trouble("stream 1", Optional.empty());
    assertThat(board.now()).isEqualTo(new State.Live(""));
  }
}
