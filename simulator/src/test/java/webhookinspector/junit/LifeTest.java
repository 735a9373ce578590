package webhookinspector.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long each local Asana lives, told by the addresses that the tests inside saw. */
class LifeTest {

  private static final List<URI> SEEN = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static void see(LocalAsana asana) {
    assertThat(Kit.answers(asana.api())).isTrue();
    SEEN.add(asana.api());
  }

  private static void assertPassed(Class<?> tests, int howMany) {
    Kit.run(tests).testEvents().assertStatistics(s -> s.succeeded(howMany).failed(0));
    assertThat(SEEN).isNotEmpty();
    SEEN.forEach(Kit::awaitClosed);
  }

  static class PerClass {
    @RegisterExtension static final AsanaSimulator asana = AsanaSimulator.perClass();

    @RepeatedTest(2)
    void sees() {
      see(asana);
    }

    @Nested
    class Inside {
      @Test
      void seesTheSame() {
        see(asana);
      }
    }
  }

  @Test
  void onePerClassServesItsNestedClassesToo() {
    assertPassed(PerClass.class, 3);
    assertThat(SEEN).hasSize(3).containsOnly(SEEN.getFirst());
  }

  static class PerMethod {
    @RegisterExtension static final AsanaSimulator asana = AsanaSimulator.perMethod();

    @RepeatedTest(2)
    void leavesATaskBehind() {
      see(asana);
      assertThat(asana.changes().tasks(asana.project())).isEmpty();
      asana.createTask(asana.project(), "Fix login");
    }
  }

  @Test
  void onePerMethodIsFreshEachTime() {
    assertPassed(PerMethod.class, 2);
  }

  @WithAsana(life = Life.PER_CLASS, seed = 7)
  static class AnnotatedPerClass {
    @BeforeAll
    static void sees(LocalAsana asana) {
      see(asana);
    }

    @RepeatedTest(2)
    void seesTheSame(LocalAsana asana) {
      see(asana);
    }

    @Nested
    class Inside {
      @Test
      void seesTheSame(LocalAsana asana) {
        see(asana);
      }
    }
  }

  @Test
  void anAnnotatedClassMayShareOne() {
    assertPassed(AnnotatedPerClass.class, 3);
    assertThat(SEEN).hasSize(4).containsOnly(SEEN.getFirst());
  }

  static class AnnotatedMethod {
    @Test
    @WithAsana(stoppedAt = "2026-06-12T08:30:00Z")
    void sees(LocalAsana asana) {
      see(asana);
      assertThat(asana.now()).isEqualTo("2026-06-12T08:30:00Z");
    }
  }

  @Test
  void oneMethodMayHaveItsOwn() {
    assertPassed(AnnotatedMethod.class, 1);
  }

  static class Failing {
    @RegisterExtension static final AsanaSimulator asana = AsanaSimulator.perClass();

    @BeforeAll
    static void fails() {
      see(asana);
      throw new IllegalStateException("on purpose");
    }

    @Test
    void neverRuns() {}
  }

  @Test
  void closesAfterAFailureToo() {
    Throwable failure = Kit.failure(Kit.run(Failing.class));
    assertThat(failure).hasMessage("on purpose").hasSuppressedException(failure.getSuppressed()[0]);
    Kit.awaitClosed(SEEN.getFirst());
  }

  static class InAnInstanceField {
    @RegisterExtension final AsanaSimulator asana = AsanaSimulator.perClass();

    @Test
    void neverRuns() {}
  }

  @Test
  void namesAFieldThatShouldBeStatic() {
    assertThat(Kit.failure(Kit.run(InAnInstanceField.class)))
        .hasMessageStartingWith("AsanaSimulator.perClass(): in a field that is not static");
  }

  @WithAsana
  static class TooEarly {
    @BeforeAll
    static void sees(LocalAsana asana) {
      see(asana);
    }

    @Test
    void neverRuns() {}
  }

  @Test
  void namesAParameterThatComesTooEarly() {
    assertThat(Kit.failure(Kit.run(TooEarly.class)))
        .hasMessageContaining("for @BeforeAll say @WithAsana(life = PER_CLASS)");
  }

  @Test
  void saysThatItRunsOnlyWithinTests() {
    AsanaSimulator asana = AsanaSimulator.perMethod();
    assertThat(catchThrowable(asana::api))
        .hasMessage(
            "AsanaSimulator: not running (expected: @RegisterExtension on its field, and use within"
                + " one test)");
  }
}
