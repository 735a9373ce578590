package webhookinspector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.asana.Asana;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Registry;
import webhookinspector.registry.SavedFilter;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Webhook;

/** The process dies in the middle of a create call; the next start leaves one webhook or none. */
class CrashTest {

  private static final int RUNS = 10;

  /** One for all runs, for only our side dies. */
  private static Simulator simulator;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorSettings.DEFAULTS);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  /** No handler of ours catches it, so nothing is cleaned up, as when the power goes. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Writes of a creation: the inbox, its window, the candidate, the election, the gid. */
  @ParameterizedTest(name = "before write {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void beforeAWriteLeavesOneOrNone(int write) {
    for (int i = 0; i < RUNS; i++) {
      crash(i, UnaryOperator.identity(), registry -> new Dying(registry, write, false));
    }
  }

  @ParameterizedTest(name = "after write {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void afterAWriteLeavesOneOrNone(int write) {
    for (int i = 0; i < RUNS; i++) {
      crash(i, UnaryOperator.identity(), registry -> new Dying(registry, write, true));
    }
  }

  @Test
  void afterAsanaHasCreatedAndBeforeWeKnowLeavesNone() {
    for (int i = 0; i < RUNS; i++) {
      assertThat(crash(i, CrashTest::dyingAfterCreate, UnaryOperator.identity())).isZero();
    }
  }

  @Test
  void afterTheElectionKeepsTheWebhookBecauseItsSecretIsKnown() {
    for (int i = 0; i < RUNS; i++) {
      UnaryOperator<Registry> dying = registry -> new Dying(registry, 5, false);
      assertThat(crash(i, UnaryOperator.identity(), dying)).isEqualTo(1);
    }
  }

  /**
   * @return how many webhooks are left
   */
  private int crash(int number, UnaryOperator<Asana> asana, UnaryOperator<Registry> registry) {
    try (Stage stage = new Stage(folder.resolve(String.valueOf(number)), simulator)) {
      Stage.Run first = stage.run(asana, registry);
      Wish wish = stage.toKeep();
      try {
        first.webhooks.create(wish);
      } catch (Crash | RuntimeException e) {
        // what the dying process saw does not matter
      }
      Stage.Run second = stage.restart();
      assertThat(second.webhooks.tidy()).allMatch(Tidied::done);
      List<Webhook> left = simulator.webhooks();
      left.forEach(webhook -> stage.client().delete(webhook.gid()));
      return consistent(left, second.registry.inboxes());
    }
  }

  private static int consistent(List<Webhook> there, List<Inbox> here) {
    assertThat(there).hasSizeLessThanOrEqualTo(1);
    assertThat(here).hasSameSizeAs(there);
    for (Inbox inbox : here) {
      assertThat(inbox.secrets().confirmed()).isNotNull();
      OwnWebhook own = Objects.requireNonNull(inbox.webhook());
      assertThat(own.gid()).isEqualTo(there.getFirst().gid());
      assertThat(own.target()).isEqualTo(there.getFirst().target());
    }
    return there.size();
  }

  /** Dies around the n-th write, whichever thread makes it, and writes nothing more afterwards. */
  private record Dying(Registry registry, int write, boolean after, AtomicInteger count)
      implements Registry {

    Dying(Registry registry, int write, boolean after) {
      this(registry, write, after, new AtomicInteger());
    }

    @Override
    public void save(Inbox inbox) {
      int number = count.incrementAndGet();
      if (number < write || (after && number == write)) {
        registry.save(inbox);
      }
      if (number >= write) {
        throw new Crash();
      }
    }

    @Override
    public void remove(InboxName name) {
      if (count.get() < write) {
        registry.remove(name);
      }
    }

    @Override
    public Optional<Inbox> find(InboxKey key) {
      return registry.find(key);
    }

    @Override
    public Optional<Inbox> find(InboxName name) {
      return registry.find(name);
    }

    @Override
    public List<Inbox> inboxes() {
      return registry.inboxes();
    }

    @Override
    public void raise(Alert alert) {
      registry.raise(alert);
    }

    @Override
    public List<Alert> alerts(int limit) {
      return registry.alerts(limit);
    }

    @Override
    public void note(Gap gap) {
      registry.note(gap);
    }

    @Override
    public List<Gap> gaps(int limit) {
      return registry.gaps(limit);
    }

    @Override
    public Optional<Bookmark> bookmark(String resource) {
      return registry.bookmark(resource);
    }

    @Override
    public void save(Bookmark bookmark) {
      registry.save(bookmark);
    }

    @Override
    public void save(Bookmark bookmark, Gap gap) {
      registry.save(bookmark, gap);
    }

    @Override
    public void forgetBookmark(String resource) {
      registry.forgetBookmark(resource);
    }

    @Override
    public Marking marking(DeliveryId delivery) {
      return registry.marking(delivery);
    }

    @Override
    public Map<DeliveryId, Marking> markings() {
      return registry.markings();
    }

    @Override
    public void mark(Map<DeliveryId, Marking> markings) {
      registry.mark(markings);
    }

    @Override
    public List<SavedFilter> savedFilters() {
      return registry.savedFilters();
    }

    @Override
    public void save(SavedFilter filter) {
      registry.save(filter);
    }

    @Override
    public boolean removeFilter(String name) {
      return registry.removeFilter(name);
    }

    @Override
    public void close() {
      registry.close();
    }
  }

  /** Asana has answered, but nobody is left to hear it. */
  private static Asana dyingAfterCreate(Asana real) {
    return (Asana)
        Proxy.newProxyInstance(
            Asana.class.getClassLoader(),
            new Class<?>[] {Asana.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(real, arguments);
              if (method.getName().equals("create")) {
                throw new Crash();
              }
              return answer;
            });
  }
}
