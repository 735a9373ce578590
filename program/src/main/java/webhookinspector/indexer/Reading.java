package webhookinspector.indexer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;

/** Inspects entries of the ledger. A later judgement is the whole delivery inspected again. */
final class Reading {

  private final Ledger ledger;
  private final Function<InboxName, Optional<String>> webhookOf;
  private final Names names;
  private final Function<DeliveryId, Marking> markings;

  Reading(
      Ledger ledger,
      Function<InboxName, Optional<String>> webhookOf,
      Names names,
      Function<DeliveryId, Marking> markings) {
    this.ledger = ledger;
    this.webhookOf = webhookOf;
    this.names = names;
    this.markings = markings;
  }

  /** One for each entry; nothing for a judgement on what has left the quarantine since. */
  List<Optional<Inspected>> inspect(List<Entry> entries) {
    return entries.stream().map(this::inspect).toList();
  }

  private Optional<Inspected> inspect(Entry entry) {
    return switch (entry) {
      case Entry.Kept kept -> Optional.of(inspect(kept));
      case Entry.JudgedAgain again -> ledger.find(again.delivery()).map(this::inspect);
    };
  }

  /** With what people put on it; words are looked for in their notes, too. */
  Inspected inspect(Entry.Kept kept) {
    String webhook = webhookOf.apply(kept.judged().inbox()).orElse(null);
    Inspected inspected = Inspector.inspect(kept.position(), kept.judged(), webhook, names);
    Marking marking = markings.apply(kept.judged().id());
    String note = marking.note() == null ? "" : "\n" + marking.note();
    return new Inspected(
        inspected.line().marked(marking), inspected.text() + note, inspected.named());
  }

  /** The lines of entries that are told without the history. */
  List<Optional<DeliveryLine>> lines(List<Entry> entries) {
    return asInspected(inspect(entries));
  }

  static List<Optional<DeliveryLine>> asInspected(List<Optional<Inspected>> inspected) {
    return inspected.stream().map(one -> one.map(Inspected::line)).toList();
  }

  /** What the history holds, with nothing where there was nothing to hold. */
  static List<Optional<DeliveryLine>> inPlace(
      List<Optional<Inspected>> inspected, List<Optional<DeliveryLine>> stored) {
    Iterator<Optional<DeliveryLine>> next = stored.iterator();
    var lines = new ArrayList<Optional<DeliveryLine>>(inspected.size());
    for (Optional<Inspected> one : inspected) {
      lines.add(one.flatMap(there -> next.next()));
    }
    return lines;
  }
}
