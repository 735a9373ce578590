package webhookinspector.ledger.sqlite;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Entry;

/** What the writer is to do: mostly an entry before it has its position. */
sealed interface Work permits Work.Keep, Work.Rejudge, Chore {

  /** What it takes in memory and on disk, about. */
  int bytes();

  /** The same as an entry. */
  Entry at(Position position);

  /** For messages. */
  String name();

  /** A delivery, with everything computed that the writer should not spend its time on. */
  final class Keep implements Work {

    final Judged judged;
    final byte[] headers;
    final byte[] sha256;

    /** Whether it goes into the quarantine. */
    final boolean junk;

    /** Of an imported one, when that happens. */
    final @Nullable Instant importedAt;

    Keep(Judged judged, boolean junk, InstantSource clock) {
      this.judged = judged;
      this.importedAt = judged.source() == Source.IMPORT ? clock.instant() : null;
      this.headers = HeaderLines.write(judged.delivery().headers());
      this.sha256 = judged.delivery().body().sha256Bytes();
      this.junk = junk;
    }

    @Override
    public int bytes() {
      return judged.delivery().body().size() + headers.length;
    }

    @Override
    public Entry at(Position position) {
      return new Entry.Kept(position, judged);
    }

    @Override
    public String name() {
      return "delivery " + judged.id();
    }
  }

  /** A later judgement. */
  record Rejudge(DeliveryId delivery, Judgement judgement, Instant at, @Nullable Integer answer)
      implements Work {

    @Override
    public int bytes() {
      return judgement.because().length();
    }

    @Override
    public Entry at(Position position) {
      return new Entry.JudgedAgain(position, delivery, judgement, at, answer);
    }

    @Override
    public String name() {
      return "delivery " + delivery;
    }
  }
}
