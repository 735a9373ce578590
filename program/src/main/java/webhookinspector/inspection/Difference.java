package webhookinspector.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/**
 * How two deliveries differ, told from the first to the second. The component names are the JSON
 * names. May hold text of strangers.
 *
 * @param same {@code bytes}, {@code meaning} when only the JSON's writing differs, or {@code none}
 * @param summary a sentence
 * @param firstByte where the bodies' bytes part, from 0, or null when they do not
 * @param writing what differs in the writing, with {@code meaning}: {@code blanks}, {@code order of
 *     keys}, {@code escapes}, {@code byte order mark}
 * @param parts of the bodies that differ: an event each, or what stands beside the events
 * @param unchanged events that stand in both
 * @param left changes that are not told, for there are too many
 * @param headers that differ; {@code path} is the name
 * @param facts what we know of the deliveries and differs, such as verdict or inbox
 */
public record Difference(
    DeliveryLine a,
    DeliveryLine b,
    String same,
    String summary,
    @Nullable Integer firstByte,
    List<String> writing,
    List<Part> parts,
    int unchanged,
    int left,
    List<Change> headers,
    List<Change> facts) {

  public static final String ADDED = "added";
  public static final String REMOVED = "removed";
  public static final String CHANGED = "changed";
  public static final String MOVED = "moved";

  /** In the second only, in the first only, other in both, or elsewhere. */
  public static final List<String> KINDS = List.of(ADDED, REMOVED, CHANGED, MOVED);

  /** So many changes are told. */
  static final int MOST = 500;

  public Difference {
    writing = List.copyOf(writing);
    parts = List.copyOf(parts);
    headers = List.copyOf(headers);
    facts = List.copyOf(facts);
  }

  /**
   * A part of the body that differs.
   *
   * @param what one of {@link #KINDS}
   * @param title what it is, for a person: an event's sentence, or where it stands
   * @param was the first's title, where it is another one, or null
   * @param was the first's title, where it is another one, or null
   * @param a place in the first body's events, from 0, or null
   * @param b place in the second body's events, from 0, or null
   * @param changes inside it; of an event that was added or removed, the whole event
   */
  public record Part(
      String what,
      String title,
      @Nullable String was,
      @Nullable Integer a,
      @Nullable Integer b,
      List<Change> changes) {
    public Part {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One thing that differs.
   *
   * @param what one of {@link #KINDS}
   * @param path such as {@code change.field} or {@code tags[2]}; "" for the whole
   * @param before as the first has it, JSON with every digit as it came; null when added
   * @param after as the second has it; null when removed
   */
  public record Change(String what, String path, @Nullable String before, @Nullable String after) {}

  /** One of the two, with everything that can differ. */
  public record Side(DeliveryLine line, Headers headers, Body body) {}

  /** How the second differs from the first. */
  public static Difference between(Side a, Side b) {
    var body = BodyDifference.between(a, b);
    return new Difference(
        a.line(),
        b.line(),
        body.same(),
        body.summary(),
        body.firstByte(),
        body.writing(),
        body.parts(),
        body.unchanged(),
        body.left(),
        HeaderDifference.between(a.headers(), b.headers()),
        FactDifference.between(a.line(), b.line()));
  }
}
