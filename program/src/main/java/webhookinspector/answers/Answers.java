package webhookinspector.answers;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes back, from one delivery to the next. Our own answer unless there is a script. */
public final class Answers {

  private final Consumer<Optional<String>> told;
  private volatile @Nullable Script script;
  private int step;
  private int left;

  /**
   * @param told whenever a script begins, goes on to its next step or ends: what it does from now
   *     on, one line; nothing when answers are our own again. Must return at once
   */
  public Answers(Consumer<Optional<String>> told) {
    this.told = told;
  }

  /** Always our own. */
  public static Answers own() {
    return new Answers(_ -> {});
  }

  /** What is going on. */
  public record Active(Script script, Script.Step step, int left) {}

  /** A script begins, instead of the one there was. */
  public synchronized void follow(Script next) {
    script = next;
    begin(0);
  }

  /** Our own again. */
  public synchronized void stop() {
    if (script != null) {
      script = null;
      told.accept(Optional.empty());
    }
  }

  /** Whether a script goes on. */
  public boolean onPurpose() {
    return script != null;
  }

  /** The script and where it stands, or nothing. */
  public synchronized Optional<Active> active() {
    return Optional.ofNullable(script).map(now -> new Active(now, now.steps().get(step), left));
  }

  /** What the next delivery gets; it counts as given. */
  public synchronized Answer next() {
    Script now = script;
    if (now == null) {
      return Answer.OWN;
    }
    Script.Step current = now.steps().get(step);
    if (current.times() > 0 && --left == 0) {
      begin(step + 1);
    }
    return current.answer();
  }

  private void begin(int next) {
    Script now = script;
    if (now == null || next == now.steps().size()) {
      stop();
      return;
    }
    step = next;
    left = now.steps().get(next).times();
    told.accept(Optional.of("answers on purpose: " + rest(now, next)));
  }

  private static String rest(Script script, int from) {
    return new Script("", script.steps().subList(from, script.steps().size())).toString();
  }
}
