package webhookinspector.checks.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;

/**
 * Compares bodies of the largest size that want the comparison to take long, or to run too deep.
 */
public final class HostileDiff implements Check {

  private static final int BYTES = 1 << 20;

  @Override
  public String name() {
    return "hostile-diff";
  }

  @Override
  public String promise() {
    return "two bodies of 1 MiB, made to be hard to compare, are compared within a second";
  }

  @Override
  public Outcome run(Size size, Path folder) {
    var all = new LinkedHashMap<String, Stopwatch>();
    pairs()
        .forEach(
            (what, make) -> {
              Difference.Side a = side(make.apply(1));
              Difference.Side b = side(make.apply(2));
              Difference.between(a, b); // compiles what it needs
              Runnable compare = () -> Difference.between(a, b);
              all.put(what, Stopwatch.of(what, 1_000, size.of(1, 5), compare));
            });
    return Outcome.of(
        all.values().stream().allMatch(Stopwatch::holds),
        all.values().stream().map(Stopwatch::toString).collect(Collectors.joining("; ")));
  }

  private static Map<String, LongFunction<String>> pairs() {
    var pairs = new LinkedHashMap<String, LongFunction<String>>();
    pairs.put("numbers in any order", HostileDiff::shuffled);
    pairs.put(
        "the same items again and again", seed -> "[" + "1,2,".repeat(BYTES / 5) + seed + "]");
    pairs.put("keys of one hash", HostileDiff::alikeHashes);
    pairs.put("as deep as we read", seed -> deep(190, seed));
    pairs.put("deeper than we read", seed -> "[".repeat((int) (BYTES - seed)));
    pairs.put("events of other things", HostileDiff::events);
    return pairs;
  }

  private static String shuffled(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder("[0");
    while (text.length() < BYTES - 20) {
      text.append(',').append(random.nextInt(100_000));
    }
    return text.append(']').toString();
  }

  private static String deep(int depth, long seed) {
    String item = ",{\"k\":" + seed + "}";
    return "[".repeat(depth)
        + seed
        + item.repeat((BYTES - 2 * depth) / item.length() - 1)
        + "]".repeat(depth);
  }

  /** Each letter pair has the hash of the other. */
  private static String alikeHashes(long seed) {
    var text = new StringBuilder("{\"\":0");
    for (int i = 0; text.length() < BYTES - 50; i++) {
      text.append(",\"");
      for (int bit = 0; bit < 15; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":").append(seed);
    }
    return text.append('}').toString();
  }

  private static String events(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder("{\"events\":[0");
    while (text.length() < BYTES - 200) {
      text.append(",{\"action\":\"changed\",\"resource\":{\"gid\":\"")
          .append(random.nextInt(5_000))
          .append("\"},\"change\":{\"field\":\"f")
          .append(random.nextInt(3))
          .append("\"}}");
    }
    return text.append("]}").toString();
  }

  private static Difference.Side side(String text) {
    var delivery = new Delivery(Instant.EPOCH, Headers.none(), Body.of(text));
    var judged =
        new Judged(
            new DeliveryId("01J00000000000000000000000"),
            new InboxName("build-board"),
            Source.WEBHOOK,
            delivery,
            new Judgement(false, "forged", "nobody should believe it", false),
            401);
    var line = Inspector.inspect(new Position(1), judged, null, Names.none()).line();
    return new Difference.Side(line, delivery.headers(), delivery.body());
  }
}
