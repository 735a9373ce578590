package webhookinspector.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.Windows;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.Stretch;

/**
 * Writes what matches a filter into a file, oldest first, in flat memory. The history says what
 * matches, the ledger gives the bytes; without a filter, the ledger says all.
 */
public final class Export {

  private static final int PAGE = 1_000;

  private final History history;
  private final Ledger ledger;
  private final Function<DeliveryId, Marking> markings;
  private final RandomGenerator random;

  /**
   * @param random a cryptographic generator outside tests: it makes pseudonyms unguessable
   */
  public Export(
      History history,
      Ledger ledger,
      Function<DeliveryId, Marking> markings,
      RandomGenerator random) {
    this.history = history;
    this.ledger = ledger;
    this.markings = markings;
    this.random = random;
  }

  /**
   * Writes all that match and had arrived when this began.
   *
   * @throws IOException if the stream takes no more; what is in it then is no whole file
   */
  public ExportReport write(ExportWish wish, OutputStream out) throws IOException {
    var walk = new Walk(wish, out);
    walk.writer.begin(walk.head);
    if (wish.filter().equals(FilterExpression.ALL)) {
      walk.everything();
    } else {
      walk.whatMatches();
    }
    var report = new ExportReport(walk.written, walk.leftOut);
    walk.writer.end(report);
    return report;
  }

  /** One export under way. */
  private final class Walk {

    private final FilterExpression filter;
    private final Head head;
    private final UnaryOperator<Parcel> prepare;
    private final ParcelWriter writer;
    private final List<String> leftOut = new ArrayList<>();
    private long written;

    Walk(ExportWish wish, OutputStream out) {
      filter = wish.filter();
      if (wish.redact()) {
        var redaction = new Redaction(random);
        head = new Head(Signatures.THROW_AWAY, redaction.secret());
        prepare = redaction::of;
      } else {
        head = new Head(wish.keepSignatures() ? Signatures.KEPT : Signatures.WITHHELD, null);
        prepare = new Withholding(wish.keepSignatures())::of;
      }
      writer = writer(wish, out);
    }

    private ParcelWriter writer(ExportWish wish, OutputStream out) {
      return switch (wish.format()) {
        case JSONL -> new JsonlWriter(out);
        case HAR -> new HarWriter(out);
        case CURL -> new ScriptWriter.Curl(out);
        case HTTPIE -> new ScriptWriter.Httpie(out);
        case CSV -> new CsvWriter(out, wish.redact() ? Walk::inspected : this::asListed);
      };
    }

    /** Without the name book: it knows the true names. */
    private static DeliveryLine inspected(Parcel parcel) {
      return Inspector.inspect(Position.START, parcel.judged(), null, Names.none()).line();
    }

    private DeliveryLine asListed(Parcel parcel) {
      return history.find(parcel.judged().id().text()).orElseGet(() -> inspected(parcel));
    }

    void whatMatches() throws IOException {
      for (var windows = new Windows(history, filter); windows.more(); ) {
        goOn();
        for (String id : windows.next()) {
          add(new DeliveryId(id));
        }
      }
    }

    /** As the ledger has it: what a webhook and a stream both told is one line of the history. */
    void everything() throws IOException {
      Position end = ledger.last();
      Optional<Position> at = Optional.of(Position.START);
      while (at.isPresent() && end.isAfter(at.get())) {
        goOn();
        Stretch stretch = ledger.stretch(at.get(), PAGE);
        for (Entry.Kept kept : stretch.kept()) {
          if (!kept.position().isAfter(end)) {
            add(kept.judged());
          }
        }
        leftOut.addAll(stretch.damaged());
        at = stretch.end();
      }
    }

    private static void goOn() throws IOException {
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted");
      }
    }

    private void add(DeliveryId id) throws IOException {
      try {
        var kept = ledger.find(id).map(Entry.Kept::judged);
        if (kept.isPresent()) { // or it has left the quarantine since
          add(kept.get());
        }
      } catch (Damaged e) {
        leftOut.add(String.valueOf(e.getMessage()));
      }
    }

    private void add(Judged judged) throws IOException {
      writer.add(prepare.apply(new Parcel(judged, markings.apply(judged.id()))));
      written++;
    }
  }
}
