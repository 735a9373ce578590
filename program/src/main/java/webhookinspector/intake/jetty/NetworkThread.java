package webhookinspector.intake.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads requests, and how others have it write answers: a commit of the ledger
 * answers many requests at once, and one call wakes the thread for all of them.
 */
final class NetworkThread {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkThread.class);

  private final ServerConnector connector;
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean called = new AtomicBoolean();

  /**
   * @param connector with one selector
   */
  NetworkThread(ServerConnector connector) {
    this.connector = connector;
  }

  /** Returns at once; the answer must not make the thread wait. */
  void write(Runnable answer) {
    answers.add(answer);
    if (!called.getAndSet(true)) {
      connector.getSelectorManager().getBean(ManagedSelector.class).submit(_ -> writeAll());
    }
  }

  private void writeAll() {
    called.set(false);
    for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
      try {
        answer.run();
      } catch (RuntimeException e) {
        LOG.error("an answer could not be written: {}", e.toString(), e); // the others still can
      }
    }
  }
}
