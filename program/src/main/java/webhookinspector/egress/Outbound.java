package webhookinspector.egress;

import java.time.Duration;
import java.util.Optional;

/**
 * Sends copies of deliveries. The only client for addresses that users name; the policy is asked on
 * each connection.
 */
public interface Outbound {

  /** More of an answer is not read. */
  int MOST_ANSWER_BYTES = 64 * 1024;

  /**
   * POSTs once and waits for the answer. Never throws for what the target does.
   *
   * @param deadline for the whole of it: name, connection, TLS, request and answer
   */
  Outcome send(Target target, Outgoing outgoing, Duration deadline);

  /**
   * Why nothing may ever be sent there, as far as can be told now; asked again on each connection.
   * Empty as well when the name has no address at this moment.
   */
  Optional<String> objection(Target target);

  /**
   * Does all that sending takes, some times and to nobody: what a fresh process has to load would
   * otherwise make the first copies late.
   */
  void rehearse(Outgoing outgoing);
}
