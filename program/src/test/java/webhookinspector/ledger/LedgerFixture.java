package webhookinspector.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;

/** A ledger that is opened before each test, and what is put into it. */
public abstract class LedgerFixture {

  protected static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456789Z");
  protected static final InstantSource CLOCK = InstantSource.fixed(NOW);
  protected static final Judgement BELIEVED_LATER =
      new Judgement(false, "authentic", "judged again once the secret was known", true);

  protected final Samples samples = new Samples(42);
  protected Ledger ledger;

  /** Opens the same ledger each time: what one has kept, the next one reads. */
  protected abstract Ledger open(LedgerSettings settings) throws Exception;

  protected void reopen(LedgerSettings settings) throws Exception {
    ledger.close();
    ledger = open(settings);
  }

  @BeforeEach
  void start() throws Exception {
    ledger = open(LedgerSettings.DEFAULTS);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  protected List<Entry> appended(int number) {
    var kept = new ArrayList<Entry>();
    for (int i = 0; i < number; i++) {
      Judged judged = samples.believed(100 + i);
      kept.add(new Entry.Kept(ledger.append(judged), judged));
    }
    return kept;
  }

  protected List<Judged> quarantined(int number, int size) {
    var junk = new ArrayList<Judged>();
    for (int i = 0; i < number; i++) {
      junk.add(samples.junk(size));
      ledger.quarantine(junk.getLast());
    }
    return junk;
  }

  protected static LedgerSettings quarantineOf(int number, long bytes) {
    return new LedgerSettings(10_000, 64_000_000, number, bytes, Duration.ofSeconds(2));
  }

  protected Judged judged(Entry entry) {
    return ((Entry.Kept) entry).judged();
  }

  protected List<Entry> all() throws Exception {
    return ledger.read(Position.START, 10_000, Duration.ZERO);
  }
}
