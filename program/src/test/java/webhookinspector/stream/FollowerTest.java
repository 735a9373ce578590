package webhookinspector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.faults.Fault;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.NotKept;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** Against the local Asana, whose clock jumps whenever the stream rests. */
class FollowerTest {

  @TempDir Path folder;

  private Simulator asana;
  private Stage stage;
  private int created;

  @BeforeEach
  void start() {
    asana = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Stage.NOON));
    open();
  }

  private void open() {
    stage = new Stage(folder, asana.api(), asana::now, asana::advance);
  }

  private void reopen() {
    stage.close();
    open();
  }

  @AfterEach
  void stop() {
    stage.close();
    asana.close();
  }

  private void follow(Manner manner, int rests) {
    stage.follow(asana.project().gid(), manner, rests);
  }

  private Ref createTask() {
    return asana.changes().createTask(asana.project(), "Task " + created++);
  }

  private List<String> tasks() {
    return stage
        .events()
        .filter(event -> event.action().equals("added") && isInProject(event))
        .map(event -> String.valueOf(event.resource().name()))
        .toList();
  }

  private boolean isInProject(Event event) {
    return event.parent() != null && event.parent().gid().equals(asana.project().gid());
  }

  @Test
  void beginsWithoutAGapAndKeepsNothingUntilSomethingHappens() {
    follow(Manner.ALONE, 5);
    assertThat(stage.kept()).isEmpty();
    assertThat(stage.gaps).isEmpty();
    assertThat(stage.standings).containsExactly(new Standing.Following(true));
  }

  @Test
  void keepsWhatHappenedWithItsNames() {
    follow(Manner.ALONE, 1);
    createTask();
    follow(Manner.ALONE, 1);
    assertThat(tasks()).containsExactly("Task 0");
    assertThat(stage.events().map(Event::user))
        .allMatch(user -> user == null || user.name() != null);
  }

  @Test
  void asksSoonAfterNewsAndSeldomWhileItIsQuiet() {
    follow(Manner.ALONE, 12);
    assertThat(stage.rests.getLast()).isEqualTo(Manner.ALONE.slow());
    createTask();
    follow(Manner.ALONE, 1);
    assertThat(stage.rests).containsExactly(Manner.ALONE.quick());
  }

  @Test
  void drainsWhatIsWaitingAtOnce() {
    follow(Manner.ALONE, 1);
    for (int i = 0; i < 300; i++) {
      createTask();
    }
    follow(Manner.ALONE, 1);
    assertThat(tasks()).hasSize(300).doesNotHaveDuplicates();
    assertThat(stage.kept()).hasSizeGreaterThan(5);
    assertThat(stage.standings).contains(new Standing.Following(false));
  }

  @Test
  void goesOnAfterARestartWithWhatHappenedMeanwhile() {
    follow(Manner.ALONE, 1);
    createTask();
    follow(Manner.ALONE, 3);
    for (int run = 1; run < 5; run++) {
      reopen();
      createTask();
      asana.advance(Duration.ofHours(5));
      follow(Manner.ALONE, run);
    }
    assertThat(tasks()).containsExactly("Task 0", "Task 1", "Task 2", "Task 3", "Task 4");
    assertThat(stage.gaps).isEmpty();
  }

  @Test
  void takesTheTokenOfTheNewestPageWhenTheBookmarkWasLost() {
    follow(Manner.ALONE, 1);
    var before = stage.registry.bookmark(asana.project().gid()).orElseThrow();
    createTask();
    follow(Manner.ALONE, 1);
    stage.registry.save(before); // as after a crash between page and bookmark
    createTask();
    reopen();
    follow(Manner.ALONE, 2);
    assertThat(tasks()).containsExactly("Task 0", "Task 1");
  }

  /** A commit that fails at its sync may be in the file all the same. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsAPageOnceWhateverBecameOfAnAttemptThatFailed(boolean reachedTheDisk) {
    follow(Manner.ALONE, 1);
    createTask();
    stage.follow(asana.project().gid(), Manner.ALONE, 4, failingOnce(reachedTheDisk));
    assertThat(tasks()).containsExactly("Task 0");
    assertThat(stage.standings.toString()).contains("the disk is full");
    assertThat(stage.standings.getLast()).isEqualTo(new Standing.Following(true));
  }

  private Ledger failingOnce(boolean afterwards) {
    var failed = new AtomicBoolean();
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> {
              boolean fails = method.getName().equals("append") && !failed.getAndSet(true);
              Object result = fails && !afterwards ? null : method.invoke(stage.ledger, arguments);
              if (fails) {
                throw new NotKept("the disk is full");
              }
              return result;
            });
  }

  @Test
  void tellsOneGapWithItsWindowWhenNobodyAskedForMoreThanADay() {
    follow(Manner.ALONE, 3);
    Instant lastAsked = stage.registry.bookmark(asana.project().gid()).orElseThrow().at();
    createTask();
    asana.advance(Duration.ofHours(25));
    Instant back = asana.now();
    reopen();
    follow(Manner.ALONE, 4);
    createTask();
    follow(Manner.ALONE, 4);
    assertThat(tasks()).as("what came after").containsExactly("Task 1");
    assertThat(stage.gaps)
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.from()).isEqualTo(lastAsked);
              assertThat(gap.to()).isEqualTo(back);
              assertThat(gap.topic()).isEqualTo("stream-expired");
              assertThat(gap.resource()).isEqualTo(asana.project().gid());
              assertThat(gap.cause()).contains("24 hours");
            });
    assertThat(stage.registry.gaps(10)).isEqualTo(stage.gaps);
  }

  @Test
  void tellsOneGapWhenAsanaGivesUpTheTokenEarly() {
    follow(Manner.ALONE, 2);
    asana.faults().inject(Fault.parse("stream-expires,times=1"));
    createTask();
    follow(Manner.ALONE, 5);
    assertThat(tasks()).isEmpty();
    assertThat(stage.registry.gaps(10)).hasSize(1);
    assertThat(stage.gaps.getFirst().cause()).contains("no longer accepted the sync token");
  }

  @Test
  void letsAGapGrowWhileNoTokenIsAccepted() {
    follow(Manner.ALONE, 2);
    int fault = asana.faults().inject(Fault.parse("stream-expires"));
    follow(Manner.ALONE, 6);
    Instant end = asana.now();
    asana.faults().remove(fault);
    follow(Manner.ALONE, 2);
    assertThat(stage.registry.gaps(10)).hasSize(1);
    assertThat(stage.registry.gaps(1).getFirst().to())
        .isBetween(end.minus(Manner.ALONE.slow()), end);
  }

  @Test
  void leavesYoungEventsToTheWebhookForAWhile() {
    follow(Manner.BESIDE, 1);
    createTask();
    Instant happened = asana.now();
    var kept = new ArrayList<Integer>();
    while (stage.kept().isEmpty()) {
      follow(Manner.BESIDE, 1);
      kept.add(stage.kept().size());
      assertThat(asana.now()).isBefore(happened.plus(Duration.ofMinutes(5)));
    }
    assertThat(asana.now()).isAfter(happened.plus(Manner.BESIDE.patience()));
    assertThat(kept).hasSizeGreaterThan(2);
    assertThat(tasks()).containsExactly("Task 0");
  }

  @Test
  void doesNotWaitForeverForAResourceThatIsNeverQuiet() {
    follow(Manner.BESIDE, 1);
    stage.follow(asana.project().gid(), Manner.BESIDE, 1);
    for (int i = 0; i < 30; i++) {
      createTask();
      asana.advance(Duration.ofSeconds(10));
    }
    stage.rests.clear();
    follow(Manner.BESIDE, 12);
    assertThat(tasks()).hasSize(30);
  }

  @Test
  void keepsAtOnceWhatIsOldWhenItComesBack() {
    follow(Manner.BESIDE, 1);
    createTask();
    asana.advance(Duration.ofHours(3));
    reopen();
    follow(Manner.BESIDE, 1);
    assertThat(tasks()).containsExactly("Task 0");
  }
}
