package webhookinspector.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests that run at the same time. */
class ParallelTest {

  private static final Set<URI> SEEN = ConcurrentHashMap.newKeySet();
  private static volatile CountDownLatch both = new CountDownLatch(2);

  @BeforeEach
  void forget() {
    SEEN.clear();
    both = new CountDownLatch(2);
  }

  /** Ends when both tests are here, so they do run at once; else says no after a while. */
  private static boolean meets(LocalAsana asana) throws InterruptedException {
    SEEN.add(asana.api());
    both.countDown();
    return both.await(5, TimeUnit.SECONDS);
  }

  private static EngineExecutionResults runInParallel(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
        .execute();
  }

  @WithAsana
  @Execution(ExecutionMode.CONCURRENT)
  static class Annotated {
    @RepeatedTest(2)
    void meetsTheOther(LocalAsana asana) throws InterruptedException {
      assertThat(meets(asana)).isTrue();
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class InAnInstanceField {
    @RegisterExtension final AsanaSimulator asana = AsanaSimulator.perMethod();

    @RepeatedTest(2)
    void meetsTheOther() throws InterruptedException {
      assertThat(meets(asana)).isTrue();
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class InAStaticField {
    @RegisterExtension static final AsanaSimulator asana = AsanaSimulator.perMethod();

    @BeforeEach
    void waitsForTheOther() throws InterruptedException {
      assertThat(meets(asana)).isTrue();
    }

    /** Called for the refused one, too. */
    @RegisterExtension
    static final AfterEachCallback THE_OTHER_WAS_REFUSED = context -> both.countDown();

    @RepeatedTest(2)
    void runs() {}
  }

  @Test
  void eachHasItsOwnWithTheAnnotation() {
    runInParallel(Annotated.class).testEvents().assertStatistics(s -> s.succeeded(2).failed(0));
    assertThat(SEEN).hasSize(2);
  }

  @Test
  void eachHasItsOwnInAnInstanceField() {
    runInParallel(InAnInstanceField.class)
        .testEvents()
        .assertStatistics(s -> s.succeeded(2).failed(0));
    assertThat(SEEN).hasSize(2);
  }

  @Test
  void namesAStaticFieldThatTwoWouldShare() {
    assertThat(Kit.failure(runInParallel(InAStaticField.class)))
        .hasMessageStartingWith("AsanaSimulator.perMethod(): two tests run at once");
  }
}
