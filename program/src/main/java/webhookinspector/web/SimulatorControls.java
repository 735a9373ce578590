package webhookinspector.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The controls of the simulator that runs in this very process, as in the demo. Without one, {@link
 * #state} is null and everything else refuses: no simulator elsewhere can be reached from here.
 */
public interface SimulatorControls {

  /** Most changes that are made at once. */
  int MOST_CHANGES = 1_000;

  /** So far the clock jumps at most. */
  Duration FARTHEST = Duration.ofDays(30);

  /**
   * How it is doing; the component names are the JSON names.
   *
   * @param now its time
   * @param speed its seconds in one of ours
   * @param changesPerSecond of the little team; 0 while it rests
   * @param waiting events that wait for delivery
   * @param faults at work, or that have been
   * @param kinds of faults that there are
   */
  record State(
      Instant now,
      double speed,
      double changesPerSecond,
      long waiting,
      List<Injected> faults,
      List<Choice> kinds,
      List<Choice> scenarios) {

    public State {
      faults = List.copyOf(faults);
      kinds = List.copyOf(kinds);
      scenarios = List.copyOf(scenarios);
    }
  }

  /**
   * A fault that was injected.
   *
   * @param fault as it was told, such as {@code lost:0.1}
   * @param until null: until it is removed
   * @param struck how often so far
   */
  record Injected(int number, String fault, @Nullable Instant until, long struck) {}

  /** One that can be chosen, and what it does. */
  record Choice(String name, String says) {}

  /** Null when none runs in this process. */
  @Nullable State state();

  /**
   * Lets the team make changes now.
   *
   * @param count 1 to {@value #MOST_CHANGES}
   */
  void change(int count);

  /** Somebody adds a task of that name to the project. */
  void addTask(String name);

  /**
   * @param changesPerSecond 0 to 100; 0 lets it rest
   */
  void team(double changesPerSecond);

  /**
   * Moves the clock ahead and returns when everything that fell due has happened; the team rests
   * meanwhile.
   */
  void advance(Duration by);

  /**
   * @param text as in {@code simulate --fault}
   */
  void inject(String text);

  /** Injects all faults of a scenario. */
  void play(String scenario);

  /** Takes a fault away. */
  void remove(int number);

  /** Takes all away: it behaves again. */
  void behave();
}
