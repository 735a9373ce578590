package webhookinspector.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Marking;

/**
 * A delivery as lists, live views and the API show it: the component names are the JSON names.
 *
 * @param type {@code handshake} or {@code delivery}
 * @param id see {@link webhookinspector.inbox.DeliveryId}
 * @param position its place in the ledger
 * @param inbox the inbox's name
 * @param webhook gid of the webhook that targets the inbox, or null while unknown
 * @param source {@code webhook}, {@code stream}, {@code replay}, {@code import} or {@code
 *     simulator}
 * @param receivedAt our clock, UTC
 * @param kind see {@link Kind}
 * @param verdict see {@link webhookinspector.inbox.Judgement#word}
 * @param because the verdict's reason, one line
 * @param size of the body in bytes
 * @param sha256 of the body, 64 hex digits
 * @param answer the HTTP status that we gave; 0 for a page of the events stream, which we asked for
 * @param repeatOf the first delivery with the same inbox and body, or null; never set on heartbeats
 *     and handshakes, whose bodies are all alike
 * @param pinned whether somebody pinned it
 * @param note what somebody wrote on it, or null
 * @param events in the order of the body; of a page of the events stream only those that nothing
 *     else has told
 */
public record DeliveryLine(
    String type,
    String id,
    long position,
    String inbox,
    @Nullable String webhook,
    String source,
    Instant receivedAt,
    String kind,
    String verdict,
    String because,
    int size,
    String sha256,
    int answer,
    @Nullable String repeatOf,
    boolean pinned,
    @Nullable String note,
    List<EventLine> events) {

  public DeliveryLine {
    events = List.copyOf(events);
  }

  /**
   * From its oldest change to its arrival, by two clocks, so it may be negative; empty when no
   * event tells a time.
   */
  public Optional<Duration> lag() {
    return events.stream()
        .flatMap(event -> Stream.ofNullable(event.createdAt()))
        .min(Instant::compareTo)
        .map(oldest -> Duration.between(oldest, receivedAt));
  }

  /** How many of its events another delivery told before. */
  public long echoes() {
    return events.stream().filter(event -> event.echoOf() != null).count();
  }

  /** One that nobody put anything on. */
  public DeliveryLine(
      String type,
      String id,
      long position,
      String inbox,
      @Nullable String webhook,
      String source,
      Instant receivedAt,
      String kind,
      String verdict,
      String because,
      int size,
      String sha256,
      int answer,
      @Nullable String repeatOf,
      List<EventLine> events) {
    this(
        type,
        id,
        position,
        inbox,
        webhook,
        source,
        receivedAt,
        kind,
        verdict,
        because,
        size,
        sha256,
        answer,
        repeatOf,
        false,
        null,
        events);
  }

  /** The same line with other events. */
  public DeliveryLine with(List<EventLine> others) {
    return with(verdict, because, repeatOf, new Marking(pinned, note), others);
  }

  /** The same line once the repeat is known. */
  public DeliveryLine repeating(@Nullable String first) {
    return with(verdict, because, first, new Marking(pinned, note), events);
  }

  /** The same line after a later judgement. */
  public DeliveryLine judged(String laterVerdict, String laterBecause) {
    return with(laterVerdict, laterBecause, repeatOf, new Marking(pinned, note), events);
  }

  /** The same line with what people put on it. */
  public DeliveryLine marked(Marking marking) {
    return with(verdict, because, repeatOf, marking, events);
  }

  private DeliveryLine with(
      String word, String why, @Nullable String first, Marking marking, List<EventLine> told) {
    return new DeliveryLine(
        type,
        id,
        position,
        inbox,
        webhook,
        source,
        receivedAt,
        kind,
        word,
        why,
        size,
        sha256,
        answer,
        first,
        marking.pinned(),
        marking.note(),
        told);
  }
}
