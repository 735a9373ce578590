package webhookinspector.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import webhookinspector.answers.Answers;
import webhookinspector.answers.Script;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;
import webhookinspector.web.Answering;
import webhookinspector.web.AnswersNow;

/** Answers on purpose: nobody who looks shall miss that they are. */
final class OnPurpose implements Answering {

  private static final String TOPIC = "answers-on-purpose";

  private final StateBoard state;
  private final Consumer<Alert> alerts;
  private final InstantSource clock;
  private final Answers answers = new Answers(this::told);

  OnPurpose(StateBoard state, Consumer<Alert> alerts, InstantSource clock) {
    this.state = state;
    this.alerts = alerts;
    this.clock = clock;
  }

  Answers answers() {
    return answers;
  }

  private void told(Optional<String> what) {
    state.trouble(TOPIC, what);
    Level level = what.isPresent() ? Level.WARN : Level.GOOD;
    String message =
        what.map(
                text ->
                    text
                        + ". Deliveries are kept all the same; Asana backs off, and deletes a webhook"
                        + " after 24 h of failures")
            .orElse("answers are our own again");
    alerts.accept(new Alert(clock.instant(), null, TOPIC, level, message));
  }

  @Override
  public AnswersNow now() {
    return AnswersNow.of(answers.active());
  }

  @Override
  public AnswersNow follow(String script) {
    answers.follow(Script.parse(script, Duration.ZERO));
    return now();
  }

  @Override
  public AnswersNow stop() {
    answers.stop();
    return now();
  }
}
