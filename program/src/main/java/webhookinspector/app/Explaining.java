package webhookinspector.app;

import java.util.List;
import java.util.Optional;
import webhookinspector.event.Content;
import webhookinspector.finding.Timelines;
import webhookinspector.history.History;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Diagnosis;
import webhookinspector.inspection.Explanation;
import webhookinspector.inspection.KnownSecret;
import webhookinspector.inspection.LetThrough;
import webhookinspector.inspection.Names;
import webhookinspector.inspection.Timeline;
import webhookinspector.outbox.Outbox;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secret;
import webhookinspector.web.DeliveryDetail;

/** Explains a kept delivery with what registry and history know. */
final class Explaining {

  private static final int MOST_SENT = 100;

  private final Registry registry;
  private final History history;
  private final Outbox outbox;
  private final Names names;

  Explaining(Registry registry, History history, Outbox outbox, Names names) {
    this.registry = registry;
    this.history = history;
    this.outbox = outbox;
    this.names = names;
  }

  Explanation of(DeliveryDetail detail) {
    DeliveryLine line = detail.line();
    String first = line.repeatOf();
    return Explanation.of(
        line,
        diagnosis(detail),
        letThrough(detail).orElse(null),
        first == null ? null : history.find(first).orElse(null),
        sent(line));
  }

  private Optional<String> letThrough(DeliveryDetail detail) {
    if (!detail.line().verdict().equals("authentic")
        || !detail.line().source().equals(Source.WEBHOOK.word())
        || !(Content.of(detail.body()) instanceof Content.Events some)
        || some.events().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> known =
        registry
            .find(new InboxName(detail.line().inbox()))
            .map(Inbox::webhook)
            .map(webhook -> LetThrough.words(webhook, some.events(), names));
    return known.or(() -> Optional.ofNullable(detail.line().webhook()).map(LetThrough::forgotten));
  }

  private List<Timeline.Sent> sent(DeliveryLine line) {
    return outbox.attemptsOf(new DeliveryId(line.id()), MOST_SENT).stream()
        .map(Timelines::sent)
        .toList();
  }

  private Optional<Diagnosis> diagnosis(DeliveryDetail detail) {
    String verdict = detail.line().verdict();
    if (!verdict.equals("forged") && !verdict.equals("unsigned")) {
      return Optional.empty();
    }
    List<Inbox> inboxes = registry.inboxes();
    return inboxes.stream()
        .filter(inbox -> inbox.name().text().equals(detail.line().inbox()))
        .flatMap(inbox -> known(inbox).stream())
        .findFirst()
        .map(own -> Diagnosis.of(detail.headers(), detail.body(), own, others(inboxes, own)));
  }

  private static List<KnownSecret> others(List<Inbox> inboxes, KnownSecret own) {
    return inboxes.stream()
        .flatMap(inbox -> known(inbox).stream())
        .filter(other -> !other.equals(own))
        .toList();
  }

  private static Optional<KnownSecret> known(Inbox inbox) {
    Secret secret = inbox.secrets().confirmed();
    return secret == null
        ? Optional.empty()
        : Optional.of(new KnownSecret(inbox.name().text(), secret));
  }
}
