package webhookinspector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.sender.DeliveryBody;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.world.Item;
import webhookinspector.world.Occurrence;
import webhookinspector.world.Projects;
import webhookinspector.world.Work;
import webhookinspector.world.World;
import webhookinspector.world.WorldClock;

/**
 * What a webhook on the little team's project would have received, made without any network: for
 * histories of a million events. The same seed, secret and start give the same bytes.
 */
public final class PastDeliveries {

  /** How long deliveries take from the last event inside to the receiver. */
  private static final Duration UNDER_WAY = Duration.ofMillis(1_200);

  private final Secret secret;
  private final long seed;
  private final SplittableRandom random;
  private final List<Occurrence> waiting = new ArrayList<>();
  private final Work work;
  private Instant now;

  private PastDeliveries(long seed, Secret secret, Instant start) {
    this.secret = secret;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.now = start;
    var world = new World(new WorldClock(() -> now, null, 1), seed);
    Item project = new Projects(world).create("Build board", world.people().getFirst());
    this.work = new Work(world, project, seed);
    world.listen(waiting::add);
  }

  /**
   * Signed deliveries with at least that many events, oldest first, made as they are read.
   *
   * @param start when the first was sent; on average one follows every 4 s
   */
  public static Stream<Delivery> of(long seed, Secret secret, Instant start, long events) {
    Iterator<Delivery> each = new PastDeliveries(seed, secret, start).iterator(events);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private Iterator<Delivery> iterator(long events) {
    return new Iterator<>() {
      private long made;

      @Override
      public boolean hasNext() {
        return made < events;
      }

      @Override
      public Delivery next() {
        Delivery delivery = delivery();
        made += waiting.size();
        waiting.clear();
        return delivery;
      }
    };
  }

  /** One or a few changes that fell into the same window. */
  private Delivery delivery() {
    now = now.plusMillis(random.nextInt(500, 7_500));
    do {
      work.change();
    } while (waiting.isEmpty() || random.nextInt(5) == 0);
    Body body = DeliveryBody.of(waiting, seed);
    Headers headers =
        Headers.of(
            "Content-Type", "application/json", Signature.HEADER, Signature.of(secret, body).hex());
    return new Delivery(now.plus(UNDER_WAY), headers, body);
  }
}
