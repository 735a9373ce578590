package webhookinspector.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs classes of tests inside a test. */
final class Kit {

  private Kit() {}

  static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  /** What the only failed test or class threw. */
  static Throwable failure(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(Kit::thrown)
        .reduce(
            (one, other) -> {
              throw new AssertionError("two failures: " + one + " and " + other);
            })
        .orElseThrow(() -> new AssertionError("nothing failed"));
  }

  static Throwable thrown(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow(() -> new AssertionError("failed with nothing"));
  }

  /** A closed port may stay open for the moment in which its accepting thread wakes up. */
  static void awaitClosed(URI api) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !answers(api));
  }

  static boolean answers(URI api) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), api.getPort())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
