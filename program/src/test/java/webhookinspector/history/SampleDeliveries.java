package webhookinspector.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;

/** Deliveries as a team at work causes them, the same for every run of one seed. */
public final class SampleDeliveries {

  /** When the first one arrives. */
  public static final Instant START = Instant.parse("2026-06-12T08:00:00Z");

  private static final List<String> FIELDS =
      List.of("name", "completed", "completed_at", "due_on", "assignee", "notes", "followers");

  private final Random random;
  private final int things;
  private final DeliveryIds ids;
  private long position = 0;
  private Instant now = START;
  private String lastBody = "";

  /**
   * @param things tasks they work on; users are a tenth as many, at most 200
   */
  public SampleDeliveries(long seed, int things) {
    this.random = new Random(seed);
    this.things = things;
    this.ids = new DeliveryIds(() -> now, random);
  }

  /** The same body once more, elsewhere. */
  public static Inspected copy(DeliveryLine line, String id, long position, String inbox) {
    return new Inspected(
        new DeliveryLine(
            line.type(),
            id,
            position,
            inbox,
            line.webhook(),
            line.source(),
            line.receivedAt(),
            line.kind(),
            line.verdict(),
            line.because(),
            line.size(),
            line.sha256(),
            line.answer(),
            null,
            line.events()),
        "again");
  }

  /** The next ones. */
  public List<Inspected> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  private Inspected next() {
    now = now.plusMillis(random.nextInt(2_000) - 200);
    position += 1 + random.nextInt(2);
    Source source = random.nextInt(10) == 0 ? Source.STREAM : Source.WEBHOOK;
    Judged judged =
        new Judged(
            ids.next(),
            new InboxName("board-" + random.nextInt(5)),
            source,
            new Delivery(now, Headers.none(), Body.of(body(source))),
            judgement(),
            random.nextInt(50) == 0 ? 401 : 200);
    return Inspector.inspect(
        new Position(position), judged, random.nextBoolean() ? "77" : null, Names.none());
  }

  private Judgement judgement() {
    return switch (random.nextInt(40)) {
      case 0 -> new Judgement(false, "forged", "the signature does not match", false);
      case 1 -> new Judgement(true, "accepted", "repeats this inbox's secret (abc)", true);
      default -> new Judgement(false, "authentic", "signed with this inbox's secret (abc)", true);
    };
  }

  /** The stream tells nothing twice. */
  private String body(Source source) {
    if (source == Source.STREAM) {
      return events(1 + random.nextInt(20));
    }
    switch (random.nextInt(25)) {
      case 0 -> {
        return "{\"events\":[]}";
      }
      case 1 -> {
        return "no JSON at all, but the Word Wörterbuch " + random.nextInt(100);
      }
      case 2 -> {
        return lastBody;
      }
      default -> lastBody = events(1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 2));
    }
    return lastBody;
  }

  private String events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event())
        .collect(Collectors.joining(",", "{\"events\":[", "]}"));
  }

  private String event() {
    boolean story = random.nextInt(4) == 0;
    String action =
        random.nextInt(3) > 0
            ? "changed"
            : List.of("added", "removed", "deleted", "undeleted", "moved").get(random.nextInt(5));
    var parts = new ArrayList<String>();
    parts.add("\"user\":" + (random.nextInt(20) == 0 ? "null" : ref(user(), "user", null)));
    parts.add("\"created_at\":\"" + now + "\"");
    parts.add("\"action\":\"" + action + "\"");
    parts.add(
        "\"resource\":"
            + (story
                ? ref(thing(), "story", "comment_added")
                : ref(thing(), "task", "default_task")));
    parts.add("\"parent\":" + (action.equals("added") ? ref(thing(), "project", null) : "null"));
    if (action.equals("changed")) {
      String field = FIELDS.get(random.nextInt(FIELDS.size()));
      parts.add("\"change\":{\"field\":\"" + field + "\",\"action\":\"changed\"}");
    }
    return parts.stream().collect(Collectors.joining(",", "{", "}"));
  }

  private static String ref(String gid, String type, @Nullable String subtype) {
    return "{\"gid\":\""
        + gid
        + "\",\"resource_type\":\""
        + type
        + "\""
        + (subtype == null ? "" : ",\"resource_subtype\":\"" + subtype + "\"")
        + "}";
  }

  /** The busiest thing has most of the work, as in life. */
  private String thing() {
    return Long.toString(1_200_000_000_000_000L + skewed(things));
  }

  private String user() {
    return Long.toString(1_100_000_000_000_000L + skewed(Math.clamp(things / 10, 1, 200)));
  }

  private int skewed(int below) {
    double r = random.nextDouble();
    return (int) (r * r * below);
  }
}
