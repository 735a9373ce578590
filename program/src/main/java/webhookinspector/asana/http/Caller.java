package webhookinspector.asana.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.Calls;

/**
 * Makes calls with patience: waits as long as Asana asks, tries again what can be repeated, and
 * turns whatever comes back into a tree or one of the two exceptions.
 */
final class Caller {

  /** Doubled with each attempt, as the upper end of a random pause. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final AsanaSettings settings;
  private final Transport transport;
  private final RateGate gate;
  private final InstantSource clock;
  private final RandomGenerator jitter;
  private final Sleeper sleeper;

  Caller(
      AsanaSettings settings,
      InstantSource clock,
      RandomGenerator jitter,
      Sleeper sleeper,
      Calls calls) {
    this.settings = settings;
    this.transport = new Transport(settings.base(), clock, calls);
    this.gate = new RateGate(clock, sleeper);
    this.clock = clock;
    this.jitter = jitter;
    this.sleeper = sleeper;
  }

  private sealed interface Outcome {

    record Done(Answer answer, JsonNode body) implements Outcome {}

    /**
     * @param again whether another attempt may do better
     * @param pause whether to rest first; the gate has its own wait
     */
    record Failed(RuntimeException why, boolean again, boolean pause) implements Outcome {}
  }

  /** The answer's JSON object, from a 2xx. */
  JsonNode call(Call call) {
    Token token = Token.of(settings.token().get());
    for (int i = 1; ; i++) {
      int attempt = i;
      switch (once(call, token, settings.longestWait())) {
        case Outcome.Done(_, JsonNode body) -> {
          return body;
        }
        case Outcome.Failed(AsanaRefused refused, _, _)
            when goneMeanwhile(call, attempt, refused) -> {
          return Json.MAPPER.createObjectNode();
        }
        case Outcome.Failed(RuntimeException why, boolean again, boolean pause) -> {
          if (!again || !call.repeatable() || attempt >= settings.attempts()) {
            throw why;
          }
          rest(call, token, pause ? attempt : 0);
        }
      }
    }
  }

  /** One attempt, without any wait; an answer that {@link #call} would take. */
  Answer ask(Call call) {
    return switch (once(call, Token.of(settings.token().get()), Duration.ZERO)) {
      case Outcome.Done(Answer answer, _) -> answer;
      case Outcome.Failed(RuntimeException why, _, _) -> throw why;
    };
  }

  /** Until when nothing is sent, because Asana asked for it. */
  Optional<Instant> closedUntil() {
    return gate.shutUntil();
  }

  /** The first DELETE did its work, only its answer was lost. */
  private static boolean goneMeanwhile(Call call, int attempt, AsanaRefused refused) {
    return call.method().equals("DELETE") && attempt > 1 && refused.status() == 404;
  }

  private Outcome once(Call call, Token token, Duration patience) {
    Unreachable unreachable = new Unreachable(call, settings.base().toString(), token);
    try (RateGate.Pass pass = gate.enter(patience)) {
      Answer answer = transport.exchange(call, token);
      Optional<Duration> wait = RetryAfter.in(answer, clock.instant());
      if (answer.status() == 429 || (answer.status() == 503 && wait.isPresent())) {
        pass.refusedUntil(clock.instant().plus(wait.orElse(RetryAfter.UNSAID)));
      }
      return judge(call, answer, token, unreachable);
    } catch (RateGate.TooLong e) {
      return new Outcome.Failed(tooLong(e), false, false);
    } catch (TimeoutException e) {
      return new Outcome.Failed(unreachable.late(call), true, true);
    } catch (IOException e) {
      return new Outcome.Failed(unreachable.broken(e), true, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed(unreachable.interrupted(), false, false);
    }
  }

  private Outcome judge(Call call, Answer answer, Token token, Unreachable unreachable) {
    Optional<JsonNode> body = Json.object(answer.text());
    if (answer.good() || isStartOfAStream(answer, body)) {
      return body.<Outcome>map(json -> new Outcome.Done(answer, json))
          .orElseGet(() -> new Outcome.Failed(unreachable.foreign(answer), true, true));
    }
    if (answer.status() < 400) {
      return new Outcome.Failed(unreachable.redirected(answer), false, false);
    }
    List<String> messages = body.map(json -> Shown.messages(json, token)).orElse(List.of());
    if (answer.status() >= 500) {
      return new Outcome.Failed(unreachable.down(answer, messages), true, true);
    }
    if (messages.isEmpty() && answer.status() != 429 && answer.status() != 401) {
      return new Outcome.Failed(unreachable.foreign(answer), false, false);
    }
    String explanation = Explanation.of(answer.status(), messages, call);
    return new Outcome.Failed(
        new AsanaRefused(answer.status(), messages, explanation), answer.status() == 429, false);
  }

  /** A 412 with a token is how the events endpoint begins (API description), not an error. */
  private static boolean isStartOfAStream(Answer answer, Optional<JsonNode> body) {
    return answer.status() == 412 && body.isPresent() && body.get().has("sync");
  }

  private AsanaRefused tooLong(RateGate.TooLong e) {
    Duration wait = Duration.between(clock.instant(), e.until());
    return new AsanaRefused(
        429,
        List.of("too many calls for this token"),
        "Asana wants nothing more for "
            + Math.max(1, wait.toSeconds())
            + " s, so nothing is sent.\nType the command again after that.");
  }

  /** Full jitter: anything from nothing to the doubled pause, so that callers spread out. */
  private void rest(Call call, Token token, int attempt) {
    if (attempt == 0) {
      return;
    }
    long most =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10));
    try {
      sleeper.sleep(Duration.ofMillis(jitter.nextLong(most + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(call, settings.base().toString(), token).interrupted();
    }
  }
}
