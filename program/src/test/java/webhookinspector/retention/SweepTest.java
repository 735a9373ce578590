package webhookinspector.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.history.FilterParser;
import webhookinspector.imports.Shelf;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.ledger.Dropped;

class SweepTest {

  private static final Policy ONE_DAY = new Policy(Duration.ofDays(1), null, null);

  @TempDir Path folder;
  private Shelf shelf;
  private Instant now = Shelf.NOON.plusSeconds(60);
  private final Set<DeliveryId> held = new HashSet<>();
  private Position behind = new Position(Long.MAX_VALUE);
  private Sweep sweep;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder, 1).withInbox();
    var marking = new ReentrantLock();
    var dropping = new Dropping(shelf.ledger, shelf.history, shelf.registry, marking, () -> now);
    sweep =
        new Sweep(
            shelf.ledger,
            shelf.history,
            () -> new Holds.Needed(held, behind),
            id -> shelf.registry.marking(id).pinned(),
            dropping,
            () -> now);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private List<Judged> received(int count) {
    var received = new ArrayList<Judged>();
    for (int i = 0; i < count; i++) {
      received.add(shelf.received("{\"events\":[],\"n\":" + i + "}"));
    }
    shelf.indexed();
    return received;
  }

  private List<String> left() {
    return shelf.lines().stream().map(DeliveryLine::id).toList();
  }

  @Test
  void dropsWhatIsTooOldAndSaysFromWhen() throws Exception {
    List<Judged> old = received(250);
    assertThat(sweep.run(ONE_DAY, false)).isEmpty();
    now = now.plus(Duration.ofDays(2));
    List<Dropped> dry = sweep.run(ONE_DAY, true);
    assertThat(left()).as("only looked").hasSize(250);
    List<Dropped> dropped = sweep.run(ONE_DAY, false);
    assertThat(left()).as("the newest entry stays").containsExactly(old.getLast().id().text());
    assertThat(dropped).hasSize(1);
    assertThat(dropped.getFirst().deliveries()).isEqualTo(249);
    assertThat(dropped.getFirst().because()).isEqualTo("older than 1 d");
    assertThat(dropped.getFirst().from()).isBetween(Shelf.NOON, Shelf.NOON.plusSeconds(1));
    assertThat(dry.getFirst().deliveries()).isEqualTo(249);
    assertThat(shelf.ledger.thinning().dropped())
        .extracting(Dropped::deliveries, Dropped::because)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(249L, "older than 1 d"));
  }

  @Test
  void neverDropsWhatIsPinnedNorWhatWaitsToBeSentOn() throws Exception {
    List<Judged> old = received(20);
    DeliveryId pinned = old.get(3).id();
    DeliveryId noted = old.get(4).id();
    shelf.registry.mark(pinned, new Marking(true, "look"));
    shelf.registry.mark(noted, new Marking(false, "gone with it"));
    held.add(old.get(5).id());
    behind = shelf.ledger.find(old.get(10).id()).orElseThrow().position();
    now = now.plus(Duration.ofDays(2));
    sweep.run(ONE_DAY, false);
    var expected = new ArrayList<>(List.of(pinned.text(), old.get(5).id().text()));
    old.subList(11, 20).forEach(one -> expected.add(one.id().text()));
    assertThat(left()).isEqualTo(expected);
    assertThat(shelf.registry.markings().keySet()).containsExactly(pinned);
    for (Policy none : List.of(new Policy(null, 0L, null), new Policy(null, null, 0L))) {
      behind = new Position(Long.MAX_VALUE);
      sweep.run(none, false);
      assertThat(left()).contains(pinned.text(), old.get(5).id().text());
    }
  }

  @Test
  void countsFromTheNewestAndWithoutStrangersAndPins() throws Exception {
    List<Judged> all = received(30);
    shelf.registry.mark(all.getFirst().id(), new Marking(true, null));
    for (int i = 0; i < 20; i++) {
      Judged junk = shelf.received(Headers.of("X-Hook-Signature", "00"), Body.of("junk " + i));
      assertThat(junk.judgement().believable()).isFalse();
    }
    // as the receiver does with what nobody may believe
    shelf.lines().stream()
        .filter(line -> line.verdict().equals("forged"))
        .forEach(
            line ->
                shelf.ledger.judgeAgain(
                    new DeliveryId(line.id()),
                    new webhookinspector.inbox.Judgement(false, "forged", "x", false)));
    shelf.indexed();
    List<Dropped> dropped = sweep.run(new Policy(null, 10L, null), false);
    assertThat(dropped.getFirst().deliveries()).isEqualTo(19);
    assertThat(dropped.getFirst().because()).isEqualTo("more than 10 deliveries");
    assertThat(left())
        .contains(all.getFirst().id().text())
        .containsAll(all.subList(20, 30).stream().map(one -> one.id().text()).toList())
        .hasSize(31);
    assertThat(sweep.run(new Policy(null, 10L, null), false)).isEmpty();
  }

  @Test
  void keepsTheFileBelowASizeAndGivesTheRestBack() throws Exception {
    String events = "{\"events\":[" + "{\"resource\":{\"gid\":\"1\"}},".repeat(7_000) + "{}]}";
    for (int i = 0; i < 40; i++) {
      shelf.received(Headers.of("X-Hook-Signature", "00"), Body.of(events + " ".repeat(i)));
    }
    shelf.indexed();
    assertThat(shelf.ledger.thinning().extent().bytes()).isGreaterThan(7_000_000);
    sweep.run(new Policy(null, null, 3_000_000L), false);
    assertThat(shelf.ledger.thinning().extent().bytes()).isBetween(2_000_000L, 3_000_000L);
    assertThat(Files.size(folder.resolve("ledger.db"))).isLessThan(4_000_000);
    assertThat(left()).as("no more went than had to").hasSizeBetween(10, 20);
  }

  @Test
  void leavesNoByteOfWhatWasDroppedInAnyFile() throws Exception {
    String marker = "canary-" + "5f3b9a".repeat(4);
    for (int i = 0; i < 50; i++) {
      shelf.received("{\"events\":[{\"resource\":{\"name\":\"" + marker + i + "\"}}]}");
      shelf.received("{\"events\":[],\"n\":" + i + "}");
    }
    shelf.indexed();
    assertThat(filesWith(marker)).as("else it proves nothing").isNotEmpty();
    sweep.matching(FilterParser.parse(marker, now), false);
    await()
        .untilAsserted(
            () -> {
              while (shelf.ledger.thinning().shrink() || shelf.history.shrink()) {
                // a reader may have been in the way
              }
              assertThat(filesWith(marker)).isEmpty();
            });
    assertThat(left()).hasSize(50);
  }

  private List<String> filesWith(String marker) throws IOException {
    var found = new ArrayList<String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(marker)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  @Test
  void dropsWhatMatchesAFilterAndSaysWhich() throws Exception {
    received(5);
    List<Judged> junk = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      junk.add(shelf.received("no JSON " + i));
    }
    received(5);
    shelf.registry.mark(junk.get(2).id(), new Marking(true, null));
    List<Dropped> dropped = sweep.matching(FilterParser.parse("kind=junk \"no JSON\"", now), false);
    assertThat(dropped.getFirst().deliveries()).isEqualTo(4);
    assertThat(dropped.getFirst().because()).isEqualTo("by hand, by a filter");
    assertThat(left()).hasSize(11).contains(junk.get(2).id().text());
  }

  @Test
  void letsTheAgeOfAnImportCountFromItsImport() throws Exception {
    byte[] file;
    try (var other = new Shelf(Files.createDirectory(folder.resolve("other")), 2)) {
      other.received("{\"events\":[]}");
      other.received("{\"events\":[],\"n\":1}");
      file = other.exportWhole();
    }
    now = Instant.now().plusSeconds(60);
    shelf.take(file);
    received(1);
    sweep.run(ONE_DAY, false);
    assertThat(shelf.lines()).extracting(DeliveryLine::source).contains("import", "import");
    now = now.plus(Duration.ofDays(2));
    sweep.run(ONE_DAY, false);
    assertThat(shelf.lines()).extracting(DeliveryLine::source).doesNotContain("import");
  }

  @Test
  void goesOnByItselfAndTellsEachTime() throws Exception {
    received(20);
    now = now.plus(Duration.ofDays(2));
    var told = new CopyOnWriteArrayList<Dropped>();
    try (var retention = new Retention(sweep, ONE_DAY, Duration.ofMillis(20), told::add)) {
      retention.start();
      await().until(() -> told.size() == 1);
      received(3);
      await().until(() -> told.stream().mapToLong(Dropped::deliveries).sum() == 22);
    }
    assertThat(shelf.ledger.thinning().dropped())
        .as("one window for one reason and day")
        .hasSize(1);
    assertThat(left()).hasSize(1);
  }
}
