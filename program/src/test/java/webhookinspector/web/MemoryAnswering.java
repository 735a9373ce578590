package webhookinspector.web;

import java.time.Duration;
import webhookinspector.answers.Answers;
import webhookinspector.answers.Script;

/** An {@link Answering} that nobody posts to. */
public final class MemoryAnswering implements Answering {

  private final Answers answers = Answers.own();

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
