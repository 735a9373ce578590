package webhookinspector.inspection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Delivery;
import webhookinspector.event.Change;
import webhookinspector.event.Content;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;

/**
 * What we make of a delivery. Never fails whatever the body holds; pure but for the names, which
 * nobody is asked for on a stranger's behalf.
 *
 * <p>Reading costs time and memory in proportion to the body, which is bounded. What it leaves
 * behind is bounded more tightly where nobody vouches for the body, so that a stranger cannot fill
 * the history.
 */
public final class Inspector {

  /** A body of the largest size holds about 5,000 events of Asana's. */
  static final int MOST_EVENTS = 10_000;

  /** Enough to see what a stranger sent, or what a wrong secret hides. */
  static final int MOST_EVENTS_UNBELIEVED = 100;

  /**
   * In characters of the body, for the search of words; also where nobody could type the words.
   * Random bytes have nearly as many different trigrams as bytes, which costs an index a second for
   * each 300 KB.
   */
  static final int MOST_TEXT_UNBELIEVED = 8_192;

  /** Text has less than one odd character in so many. */
  private static final int ODD_ONE_IN = 16;

  private Inspector() {}

  /**
   * @param webhook gid of the webhook that targets the inbox, or null while unknown
   */
  public static Inspected inspect(
      Position position, Judged judged, @Nullable String webhook, Names names) {
    boolean believable = judged.judgement().believable();
    Content content =
        judged.judgement().handshake()
            ? new Content.Heartbeat()
            : Content.of(judged.delivery().body());
    List<Event> events = content instanceof Content.Events some ? some.events() : List.of();
    int most = vouchedFor(judged) ? MOST_EVENTS : MOST_EVENTS_UNBELIEVED;
    List<Event> shown = events.subList(0, Math.min(events.size(), most));
    if (believable) {
      names.meet(shown);
    }
    List<String> sentences = Sentence.of(shown, names);
    List<EventLine> lines =
        IntStream.range(0, shown.size())
            .mapToObj(i -> line(shown.get(i), sentences.get(i)))
            .toList();
    String because = because(judged.judgement(), content, events.size(), most);
    return new Inspected(
        line(position, judged, webhook, content, because, lines),
        text(judged, lines),
        believable ? named(shown, names) : List.of());
  }

  /** Whether it is here because somebody of this house wanted it, so that its size is theirs. */
  private static boolean vouchedFor(Judged judged) {
    return judged.judgement().believable() || judged.source() == Source.IMPORT;
  }

  private static DeliveryLine line(
      Position position,
      Judged judged,
      @Nullable String webhook,
      Content content,
      String because,
      List<EventLine> events) {
    Delivery delivery = judged.delivery();
    boolean handshake = judged.judgement().handshake();
    return new DeliveryLine(
        handshake ? "handshake" : "delivery",
        judged.id().text(),
        position.number(),
        judged.inbox().text(),
        webhook,
        judged.source().word(),
        delivery.receivedAt(),
        (handshake ? Kind.HANDSHAKE : Kind.of(content)).word(),
        judged.judgement().word(),
        because,
        delivery.body().size(),
        delivery.body().sha256(),
        judged.answer(),
        null,
        events);
  }

  private static List<Ref> named(List<Event> events, Names names) {
    var named = new LinkedHashMap<String, Ref>();
    events.stream()
        .flatMap(event -> Stream.of(event.resource(), event.parent(), event.user()))
        .flatMap(Stream::ofNullable)
        .filter(ref -> !named.containsKey(ref.gid()))
        .forEach(ref -> names.called(ref).ifPresent(known -> named.put(ref.gid(), known)));
    return List.copyOf(named.values());
  }

  private static String because(Judgement judgement, Content content, int events, int most) {
    return switch (content) {
      case Content.Junk junk ->
          judgement.because() + "; the body is no delivery: " + junk.because();
      case Content.Events e when events > most ->
          judgement.because() + "; " + most + " of its " + events + " events are shown";
      case Content.Events e -> judgement.because();
      case Content.Heartbeat h -> judgement.because();
    };
  }

  private static EventLine line(Event event, String sentence) {
    Change change = event.change();
    return new EventLine(
        event.action(),
        event.resource(),
        event.parent(),
        event.user(),
        change == null || change.field().isEmpty() ? null : change.field(),
        inJson(event.createdAt()),
        sentence,
        Fingerprint.of(event).map(Fingerprint::text).orElse(null),
        null);
  }

  /** Years of more than four digits are nothing of Asana's, and not every reader takes them. */
  private static @Nullable Instant inJson(@Nullable Instant createdAt) {
    return createdAt == null
            || createdAt.isBefore(Instant.EPOCH)
            || createdAt.isAfter(Instant.parse("9999-12-31T23:59:59.999Z"))
        ? null
        : createdAt;
  }

  private static String text(Judged judged, List<EventLine> lines) {
    String body = judged.delivery().body().text();
    boolean whole =
        body.length() <= MOST_TEXT_UNBELIEVED || (vouchedFor(judged) && !isBinary(body));
    return lines.stream().map(EventLine::sentence).collect(Collectors.joining("\n", "", "\n"))
        + (whole ? body : body.substring(0, MOST_TEXT_UNBELIEVED));
  }

  /** Controls that no text has, and what was no UTF-8. */
  private static boolean isBinary(String body) {
    long odd =
        body.chars()
            .filter(c -> c == 0xfffd || (c < ' ' && c != '\t' && c != '\n' && c != '\r'))
            .count();
    return odd * ODD_ONE_IN > body.length();
  }
}
