package webhookinspector.conform;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the receiver fit for the next check: running, and with the kit's secret. */
final class Upkeep {

  private final Receiver receiver;
  private @Nullable Boolean survivesRestarts;

  Upkeep(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Before a first handshake: a create call is about to be made. */
  void arm() throws Unreachable {
    tell(receiver.plan().arm());
  }

  /** After a first handshake: the create call has returned. */
  void settle() throws Unreachable {
    tell(receiver.plan().settle());
  }

  private static void tell(Conformance.@Nullable Signal signal) throws Unreachable {
    try {
      if (signal != null) {
        signal.send();
      }
    } catch (IOException e) {
      throw Unreachable.notTold(String.valueOf(e.getMessage()));
    }
  }

  /** Only for checks that need {@link Need#START}. */
  ReceiverProcess process() {
    return Objects.requireNonNull(receiver.plan().process(), "a check without its need START");
  }

  /**
   * Whether nobody answers any more. One that is only too busy for a moment has not ended; one that
   * has just broken a connection may be about to.
   */
  boolean hasEnded() {
    if (receiver.evidence().lastBroke()) {
      Patience.rest(Duration.ofMillis(250));
    }
    return !Patience.until(Duration.ofSeconds(1), receiver.wire()::isAnswered);
  }

  /** Starts a receiver that has ended, where that can be done. */
  void revive() throws Unreachable {
    ReceiverProcess process = receiver.plan().process();
    if (process != null && hasEnded()) {
      process.awaitEnd();
      process.start();
    }
  }

  /** After something that may have cost the receiver its secret. */
  boolean settleAgain() throws Unreachable {
    if (receiver.deliver(receiver.bodies().ordinary()).accepted()) {
      return true;
    }
    revive();
    arm();
    receiver.send(Receiver.handshake(receiver.secret()));
    settle();
    return receiver.deliver(receiver.bodies().ordinary()).accepted();
  }

  void killAndStart() throws Unreachable {
    process().readyToKill().run();
    process().awaitEnd();
    process().start();
  }

  /** Whether the secret survives an orderly restart, and then a kill. Found out once. */
  boolean survivesRestarts() throws Unreachable {
    if (survivesRestarts == null) {
      boolean survives = settleAgain();
      process().stop();
      process().start();
      survives &= receiver.deliver(receiver.bodies().ordinary()).accepted();
      if (survives) {
        killAndStart();
        survives = receiver.deliver(receiver.bodies().ordinary()).accepted();
      }
      survivesRestarts = survives;
    }
    return survivesRestarts;
  }
}
