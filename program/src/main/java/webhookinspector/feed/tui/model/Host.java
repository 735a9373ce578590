package webhookinspector.feed.tui.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.feed.Line;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Explanation;
import webhookinspector.inspection.Timeline;

/**
 * What the view asks of the program that it shows. Each call may block and may throw; an
 * exception's message is shown to whoever asked. Safe for many threads.
 */
public interface Host {

  /** A filter that cannot be read. */
  final class BadFilter extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * @param position of the first character that is off, from 1
     */
    public BadFilter(int position, String message) {
      super(message);
      this.position = position;
    }

    public int position() {
      return position;
    }
  }

  /**
   * The newest lines that match, and how many there are up to the last of them.
   *
   * @param filter in the filter language, "" for all
   * @param most 1 to 1,000
   * @throws BadFilter if it cannot be read
   */
  Snapshot newest(String filter, int most);

  /** Whether a filter can be read. */
  Optional<BadFilter> check(String filter);

  /**
   * Lines that match, oldest first.
   *
   * @param after only those behind this position, or null
   * @param before only those in front of this position
   * @param skip so many newer ones are passed over
   * @param most 1 to 1,000
   */
  List<DeliveryLine> lines(String filter, @Nullable Long after, long before, int skip, int most);

  /**
   * The next place in a list whose line matches something more.
   *
   * @param filter of the list
   * @param also what the line must match as well
   * @param position from which to look
   * @param newer whether behind it, or else in front of it
   * @return how many of the list stand in front of it, or nothing if there is none
   */
  Optional<Long> next(String filter, String also, long position, boolean newer);

  /** How many match. */
  long count(String filter);

  /** How many of those that match arrived in each of the last minutes, the latest last. */
  List<Long> arrivals(String filter, int minutes);

  /** One delivery with its bytes. */
  Details delivery(String id);

  /** What happened, in words. */
  Explanation explain(String id);

  /** Where it was sent and what came of it, oldest first. */
  List<Line.OfAttempt> attempts(String id);

  /** How the second differs from the first. */
  Difference difference(String first, String second);

  /** Everything about one thing, the newest of it. */
  Timeline timeline(String gid);

  /**
   * Writes deliveries into a file, whose name says in which form.
   *
   * @param ids which, or none to take what the filter finds
   * @param redact whether names, texts and gids get pseudonyms
   * @return how many there are in it, and where it is
   */
  Exported export(List<String> ids, String filter, String file, boolean redact);

  /** Sends it again and waits for the answer. */
  Line.OfAttempt replay(String id, String target);

  /**
   * Begins to send many again.
   *
   * @param ids which, or none to take what the filter finds
   */
  void replay(List<String> ids, String filter, String target);

  /** Pins it, or lets it go; its line afterwards. */
  DeliveryLine pin(String id, boolean pinned);

  /** What an operator should know, newest first. */
  List<Line.OfAlert> alerts(int most);

  /** How the webhooks are doing. */
  Health health();

  /**
   * The end of a list, and its length.
   *
   * @param whole whether the history has all that was kept; while it is being built, more is to
   *     come in front
   */
  record Snapshot(List<DeliveryLine> lines, long count, boolean whole) {}

  /**
   * A file that was written.
   *
   * @param leftOut how many are damaged on disk and not in it
   */
  record Exported(long deliveries, int leftOut, String file) {}

  /** One delivery, whole. */
  record Details(DeliveryLine line, Headers headers, Body body) {}

  /**
   * How what we watch is doing.
   *
   * @param pinged when the last ping through a public address came back, or null when there is none
   * @param heartbeatDue the earliest that is expected, or null
   * @param deletion the earliest that Asana announced, or null
   */
  record Health(
      @Nullable Instant pinged,
      @Nullable Instant heartbeatDue,
      @Nullable Instant deletion,
      List<Watched> webhooks) {

    /** Nothing is known. */
    public static final Health UNKNOWN = new Health(null, null, null, List.of());

    public Health {
      webhooks = List.copyOf(webhooks);
    }
  }

  /**
   * A webhook.
   *
   * @param word how it is doing, in one word
   * @param sentences more of it, the most urgent first
   * @param next what to type, or null
   */
  record Watched(
      String gid,
      String name,
      String inbox,
      Tone tone,
      String word,
      List<String> sentences,
      @Nullable String next) {

    public Watched {
      sentences = List.copyOf(sentences);
    }
  }
}
