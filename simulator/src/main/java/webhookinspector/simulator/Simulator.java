package webhookinspector.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.sender.Attempt;
import webhookinspector.subscription.Webhook;

/** A local Asana on loopback, running until it is closed. */
@SuppressWarnings("DoNotCallSuggester") // for the first slice only
public final class Simulator implements AutoCloseable {

  private Simulator() {}

  /** Starts one; when this returns, it answers. */
  public static Simulator start(SimulatorSettings settings) {
    throw new UnsupportedOperationException(settings.toString());
  }

  /** The base of Asana's calls: {@code http://127.0.0.1:N/api/1.0}. */
  public URI api() {
    throw new UnsupportedOperationException();
  }

  /** The base of the simulator's own controls: {@code http://127.0.0.1:N/simulator}. */
  public URI control() {
    throw new UnsupportedOperationException();
  }

  /** A token that it accepts; it acts as the first of the people. */
  public String token() {
    throw new UnsupportedOperationException();
  }

  /** The only workspace. */
  public Ref workspace() {
    throw new UnsupportedOperationException();
  }

  /** The project that is there from the start, called Build board. */
  public Ref project() {
    throw new UnsupportedOperationException();
  }

  /** Everybody in the workspace; the first is who the token acts for. */
  public List<Ref> people() {
    throw new UnsupportedOperationException();
  }

  /** Changes made from Java, without REST. */
  public Changes changes() {
    throw new UnsupportedOperationException();
  }

  /** The little team at work. */
  public Team team() {
    throw new UnsupportedOperationException();
  }

  /** The webhooks that exist now. */
  public List<Webhook> webhooks() {
    throw new UnsupportedOperationException();
  }

  /** Every attempt so far, in the order in which they ended. */
  public List<Attempt> attempts() {
    throw new UnsupportedOperationException();
  }

  /** The simulator's time. */
  public Instant now() {
    throw new UnsupportedOperationException();
  }

  /** Moves the clock ahead; when this returns, everything that fell due has happened. */
  public void advance(Duration duration) {
    throw new UnsupportedOperationException(duration.toString());
  }

  /** Runs an action at a time of the simulator, on its own thread. */
  public void at(Instant when, Runnable action) {
    throw new UnsupportedOperationException(when + " " + action);
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
