package webhookinspector.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.Events;
import webhookinspector.event.Ref;
import webhookinspector.faults.Fault;
import webhookinspector.trust.Handshake;

/** The story that a failing test tells. */
class StoryTest {

  private static final List<String> SECRETS = new ArrayList<>();

  static class Failing {
    @RegisterExtension
    static final AsanaSimulator asana =
        AsanaSimulator.perMethod().stoppedAt(Instant.parse("2026-06-12T08:30:00Z"));

    @Test
    void aReceiverRefuses() {
      try (Target target = Target.answering(500, "out of\u001b[31m order")) {
        asana.createWebhook(asana.project(), target.uri());
        asana.attempts().forEach(each -> SECRETS.addAll(each.headers().all(Handshake.HEADER)));
        asana.inject(Fault.wrongSignature().times(1));
        Ref task = asana.createTask(asana.project(), "Fix login");
        asana.changes().as(asana.people().get(1)).comment(task, "the secret is " + SECRETS);
        asana.advance(Duration.ofSeconds(2));
        assertThat(asana.delivered()).hasSize(1);
      }
    }
  }

  static class WithASecretToken {
    @RegisterExtension
    static final AsanaSimulator asana =
        AsanaSimulator.perClass().with(each -> each.withToken("1/2345:token-of-this-test"));

    @Test
    void fails() {
      asana.note("called with " + asana.token());
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void neverTellsTheToken() {
    assertThat(storyOf(WithASecretToken.class)).contains("called with •••");
  }

  private static String storyOf(Class<?> tests) {
    Throwable failure = Kit.failure(Kit.run(tests));
    assertThat(failure.getSuppressed()).hasSize(1).hasOnlyElementsOfType(AsanaStory.class);
    return String.valueOf(failure.getSuppressed()[0].getMessage());
  }

  @Test
  void tellsInOrderWhatWasDoneSentAndAnswered() {
    assertThat(storyOf(Failing.class))
        .containsSubsequence(
            "seed 1, now 2026-06-12T08:30:02.000Z, a clock that stands still",
            "test aReceiverRefuses() begins",
            "ok attempt 1: handshake to http://127.0.0.1:",
            "(a create call is open) -> 204",
            "POST /webhooks {\"data\":{\"resource\":",
            "-> 201",
            "inject(wrong-signature,times=1)",
            "createTask(project \"Build board\" ",
            ", \"Fix login\") -> task \"Fix login\" ",
            "comment(task \"Fix login\" ",
            "advance(PT2S)",
            "!! attempt 2: heartbeat",
            "fault: wrong-signature",
            "-> 500 Internal Server Error \"out of\\u{1b}[31m order\" in ",
            "not delivered",
            "at the end: 1 webhook, ",
            " on project \"Build board\" ",
            "failing, 0 retries, next attempt 2026-06-12T08:30:",
            ", deletion 2026-06-13T08:30:");
  }

  @Test
  void neverTellsASecret() {
    SECRETS.clear();
    String story = storyOf(Failing.class);
    assertThat(SECRETS).hasSize(1);
    assertThat(story).contains("the secret is [•••]").doesNotContain(SECRETS);
  }

  @WithAsana(stoppedAt = "2026-06-12T08:30:00Z")
  static class Refused {
    @Test
    void noReceiver(LocalAsana asana) {
      asana.createWebhook(asana.project(), URI.create("http://127.0.0.1:1/"));
    }
  }

  @Test
  void tellsWhyAsanaRefusedToCreateAWebhook() {
    Throwable failure = Kit.failure(Kit.run(Refused.class));
    assertThat(failure)
        .hasMessageContaining("createWebhook: 400 (expected: 201) The remote server");
    assertThat(failure.getSuppressed()[0])
        .message()
        .containsSubsequence("!! attempt 1: handshake", "-> 400: ", "at the end: 0 webhooks");
  }

  @WithAsana
  static class Passing {
    @Test
    void passes(LocalAsana asana) {
      asana.createTask(asana.project(), "Fix login");
    }

    @Test
    void isSkipped(LocalAsana asana) {
      Assumptions.abort("not here");
    }
  }

  @Test
  void keepsQuietWhenNothingFails() {
    Events tests = Kit.run(Passing.class).testEvents();
    tests.assertStatistics(s -> s.succeeded(1).aborted(1).failed(0));
    assertThat(tests.aborted().map(Kit::thrown))
        .hasSize(1)
        .allSatisfy(thrown -> assertThat(thrown.getSuppressed()).isEmpty());
  }
}
