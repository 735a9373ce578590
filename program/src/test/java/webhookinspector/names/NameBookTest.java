package webhookinspector.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

class NameBookTest {

  private static final Ref TASK = Ref.of("1200000000000555", "task");
  private static final Event TASK_ADDED = new Event("added", TASK, null, null, null, null);
  private static final Event TASK_RENAMED =
      new Event("changed", TASK, null, null, null, new Change("name", "changed", null, null, null));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-12T08:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();

  private NameBook book(Duration patience, Function<Ref, Optional<String>> asana) {
    return new NameBook(
        ref -> {
          asked.incrementAndGet();
          return asana.apply(ref);
        },
        now::get,
        patience);
  }

  @Test
  void learnsANameAndAsksForItOnce() {
    try (NameBook book = book(Duration.ofSeconds(5), ref -> Optional.of("Fix login"))) {
      book.meet(List.of(TASK_ADDED, TASK_ADDED));
      book.meet(List.of(TASK_ADDED));
      assertThat(book.of(TASK.gid())).contains("Fix login");
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void remembersThatAThingHasNoName() {
    try (NameBook book = book(Duration.ofSeconds(5), ref -> Optional.empty())) {
      book.meet(List.of(TASK_ADDED));
      book.meet(List.of(TASK_ADDED));
      assertThat(book.of(TASK.gid())).isEmpty();
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void asksAgainAfterARename() {
    try (NameBook book = book(Duration.ofSeconds(5), ref -> Optional.of("Name " + asked.get()))) {
      book.meet(List.of(TASK_ADDED));
      book.meet(List.of(TASK_RENAMED));
      assertThat(book.of(TASK.gid())).contains("Name 2");
    }
  }

  @Test
  void asksAgainWhenANameIsOld() {
    try (NameBook book = book(Duration.ofSeconds(5), ref -> Optional.of("Name " + asked.get()))) {
      book.meet(List.of(TASK_ADDED));
      now.set(now.get().plus(NameBook.FRESH).plusSeconds(1));
      book.meet(List.of(TASK_ADDED));
      assertThat(book.of(TASK.gid())).contains("Name 2");
    }
  }

  @Test
  void leavesAsanaAloneForAWhileAfterItRefused() {
    try (NameBook book =
        book(
            Duration.ofSeconds(5),
            ref -> {
              throw new AsanaRefused(429, List.of("slow down"), "Wait.");
            })) {
      book.meet(List.of(TASK_ADDED));
      book.meet(List.of(TASK_ADDED));
      assertThat(asked).hasValue(1);
      now.set(now.get().plus(NameBook.REST));
      book.meet(List.of(TASK_ADDED));
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void takesTheNamesThatTheStreamTellsWithoutAsking() {
    try (NameBook book = book(Duration.ofSeconds(5), ref -> Optional.of("asked"))) {
      book.meet(List.of(told("Fix login", now.get())));
      book.meet(List.of(TASK_ADDED));
      assertThat(book.of(TASK.gid())).contains("Fix login");
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void doesNotTakeAnOldNameForANewOne() {
    try (NameBook book = book(Duration.ofSeconds(5), ref -> Optional.of("new"))) {
      book.meet(List.of(told("old", now.get().minus(NameBook.FRESH).minusSeconds(1))));
      book.meet(List.of(TASK_ADDED));
      assertThat(book.of(TASK.gid())).contains("new");
      book.meet(List.of(told("old", now.get().minusSeconds(9))));
      assertThat(book.of(TASK.gid())).contains("new");
    }
  }

  private static Event told(String name, Instant at) {
    return new Event("added", new Ref(TASK.gid(), "task", null, name), null, null, at, null);
  }

  @Test
  void doesNotLetASentenceWaitForASlowAnswerButUsesItLater() {
    var answered = new CountDownLatch(1);
    try (NameBook book =
        book(
            Duration.ofMillis(1),
            ref -> {
              awaitQuietly(answered);
              return Optional.of("Fix login");
            })) {
      book.meet(List.of(TASK_ADDED));
      assertThat(book.of(TASK.gid())).isEmpty();
      answered.countDown();
      await().until(() -> book.of(TASK.gid()).isPresent());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
