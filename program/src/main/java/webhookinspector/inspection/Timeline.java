package webhookinspector.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;

/**
 * Everything that is known of one thing, in the order in which it happened. May hold text of
 * strangers at Asana, but nothing that nobody vouches for.
 *
 * @param thing with its name, if it is known
 * @param entries the newest there are in front of a place, oldest first
 * @param older the place to ask for what is in front of these, or null if there is nothing
 * @param events how many different events tell of it
 * @param tellings how many times they were told
 * @param claims events of deliveries that nobody should believe; they are not among the entries
 * @param whole whether all tellings were looked at; if not, only the newest {@link #MOST}
 */
public record Timeline(
    Ref thing,
    List<Entry> entries,
    @Nullable Place older,
    long events,
    long tellings,
    long claims,
    boolean whole) {

  /** So many tellings are put in order. */
  public static final int MOST = 100_000;

  public Timeline {
    entries = List.copyOf(entries);
  }

  /** One thing in the order. */
  public sealed interface Entry {
    /** When it happened, or began. */
    Instant at();
  }

  /**
   * An event, told at least once.
   *
   * @param at by Asana's clock, or when it arrived where the event does not say
   * @param told by which deliveries, the first one first; at most {@value #MOST_TOLD}
   * @param times how often it was told
   * @param sent what was sent on of these deliveries, and what came of it
   */
  public record Happened(
      Instant at, EventLine event, List<Telling> told, int times, List<Sent> sent)
      implements Entry {

    public static final int MOST_TOLD = 20;

    public Happened {
      told = List.copyOf(told);
      sent = List.copyOf(sent);
    }

    /** From the change to its first arrival, unless the event does not say when it happened. */
    public Optional<Duration> lag() {
      return event.createdAt() == null
          ? Optional.empty()
          : Optional.of(Duration.between(event.createdAt(), told.getFirst().receivedAt()));
    }

    /** With what was sent on. */
    public Happened sending(List<Sent> attempts) {
      return new Happened(at, event, told, times, attempts);
    }
  }

  /** Here something may be missing. */
  public record Missing(Gap gap) implements Entry {
    @Override
    public Instant at() {
      return gap.from() == null ? gap.at() : gap.from();
    }
  }

  /** A delivery that told an event; the components are those of {@link DeliveryLine}. */
  public record Telling(
      String delivery, long position, String inbox, String source, Instant receivedAt) {

    public static Telling of(DeliveryLine line) {
      return new Telling(
          line.id(), line.position(), line.inbox(), line.source(), line.receivedAt());
    }
  }

  /**
   * A delivery that was sent on.
   *
   * @param status the HTTP status that came back, or null when none came
   * @param because what went wrong, or null
   * @param source {@code replay}, {@code forward} or {@code relay}
   * @param answerBody how the body of its answer begins, or null when there was none; may hold
   *     anything that a stranger wants us to show
   */
  public record Sent(
      String delivery,
      Instant at,
      String target,
      @Nullable Integer status,
      long millis,
      @Nullable String because,
      String source,
      @Nullable String answerBody) {}

  /**
   * A place in the order; nothing else has it.
   *
   * @param nanos since 1970, UTC
   * @param position of the delivery that told it first
   * @param event its place in that delivery, from 0
   */
  public record Place(long nanos, long position, int event) implements Comparable<Place> {

    private static final Pattern FORM =
        Pattern.compile("(-?[0-9]{1,19})\\.([0-9]{1,18})\\.([0-9]{1,9})");

    @Override
    public int compareTo(Place other) {
      int byTime = Long.compare(nanos, other.nanos);
      int byPosition = byTime != 0 ? byTime : Long.compare(position, other.position);
      return byPosition != 0 ? byPosition : Integer.compare(event, other.event);
    }

    /** As {@link #parse} reads it. */
    public String text() {
      return nanos + "." + position + "." + event;
    }

    /** Reads {@link #text}; nothing if it is none. */
    public static Optional<Place> parse(String text) {
      var parts = FORM.matcher(text);
      try {
        return parts.matches()
            ? Optional.of(
                new Place(
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    Integer.parseInt(parts.group(3))))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty(); // beyond 64 bits
      }
    }
  }
}
