package webhookinspector.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.Samples;
import webhookinspector.ledger.Stretch;

class StretchTest {

  private static final Judgement LATER =
      new Judgement(false, "authentic", "judged again once the secret was known", true);

  private final Samples samples = new Samples(3);
  @TempDir Path folder;
  private SqliteLedger ledger;

  @BeforeEach
  void open() {
    ledger = open(folder.resolve("ledger.db"));
  }

  private static SqliteLedger open(Path file) {
    return SqliteLedger.open(file, LedgerSettings.DEFAULTS, InstantSource.system());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private List<Entry.Kept> walk(int limit) {
    var all = new ArrayList<Entry.Kept>();
    Optional<Position> at = Optional.of(Position.START);
    while (at.isPresent()) {
      Stretch stretch = ledger.stretch(at.get(), limit);
      all.addAll(stretch.kept());
      at = stretch.end();
    }
    return all;
  }

  @Test
  void givesEachDeliveryOnceAsFindGivesIt() {
    List<Judged> some = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      some.add(samples.junk(i));
    }
    ledger.appendAll(some);
    ledger.judgeAgain(some.get(3).id(), LATER);
    ledger.answered(some.get(3).id(), LATER, 503);
    ledger.judgeAgain(some.get(3).id(), Samples.FORGED);
    ledger.answered(some.get(24).id(), Samples.FORGED, 204);
    for (int limit : new int[] {1, 7, 25, 1_000}) {
      assertThat(walk(limit))
          .isEqualTo(some.stream().map(one -> ledger.find(one.id()).orElseThrow()).toList());
    }
  }

  @Test
  void endsEachStretchAtSomeMegabytes() {
    for (int i = 0; i < 5; i++) {
      ledger.append(samples.believed(3 << 20));
    }
    assertThat(ledger.stretch(Position.START, 1_000).kept()).hasSize(3);
    assertThat(walk(1_000)).hasSize(5);
  }

  @Test
  void namesWhatIsDamagedAndGoesOnBehindIt() throws Exception {
    Judged first = samples.believed(10);
    Judged bad = samples.believed(10);
    Judged last = samples.believed(10);
    ledger.appendAll(List.of(first, bad, last));
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
        var update = connection.prepareStatement("UPDATE delivery SET body = x'00' WHERE id = ?")) {
      update.setString(1, bad.id().text());
      update.executeUpdate();
    }
    Stretch stretch = ledger.stretch(Position.START, 10);
    assertThat(stretch.kept()).extracting(Entry.Kept::judged).containsExactly(first, last);
    assertThat(stretch.damaged())
        .singleElement()
        .asString()
        .contains(bad.id().text(), "damaged on disk");
  }

  @Test
  void tellsWhichOfManyAreKept() {
    Judged here = samples.believed(100);
    Judged elsewhere = samples.believed(100);
    ledger.append(here);
    assertThat(ledger.stamps(List.of(elsewhere.id(), here.id())))
        .singleElement()
        .satisfies(
            stamp -> {
              assertThat(stamp.id()).isEqualTo(here.id());
              assertThat(stamp.inbox()).isEqualTo(here.inbox());
              assertThat(stamp.receivedAt()).isEqualTo(here.delivery().receivedAt());
              assertThat(stamp.sha256()).isEqualTo(here.delivery().body().sha256());
            });
  }
}
