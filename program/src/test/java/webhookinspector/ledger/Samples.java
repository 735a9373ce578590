package webhookinspector.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Source;

/** Deliveries for tests, each with bytes of its own. Safe for many threads. */
public final class Samples {

  public static final Judgement AUTHENTIC =
      new Judgement(false, "authentic", "signed with this inbox's secret (0123456789ab)", true);
  public static final Judgement FORGED =
      new Judgement(false, "forged", "the signature does not match this inbox's secret", false);

  private final Random random;
  private final DeliveryIds ids;

  public Samples(long seed) {
    random = new Random(seed);
    ids = new DeliveryIds(InstantSource.system(), random);
  }

  /** Believed, with a body of that many bytes of every value. */
  public Judged believed(int size) {
    return judged(ids.next(), size, AUTHENTIC);
  }

  /** Not believed. */
  public Judged junk(int size) {
    return judged(ids.next(), size, FORGED);
  }

  /** A page of the events stream. */
  public Judged page(String stream) {
    Judged judged = believed(100);
    return new Judged(
        judged.id(),
        new InboxName(stream),
        Source.STREAM,
        judged.delivery(),
        judged.judgement(),
        0);
  }

  /** Out of a file. */
  public Judged imported(int size, @Nullable Origin origin) {
    Judged one = judged(ids.next(), size, FORGED);
    return new Judged(
        one.id(), one.inbox(), Source.IMPORT, one.delivery(), one.judgement(), 200, origin);
  }

  private Judged judged(DeliveryId id, int size, Judgement judgement) {
    return new Judged(
        id,
        new InboxName("ads"),
        Source.WEBHOOK,
        new Delivery(
            Instant.ofEpochSecond(1_700_000_000L, random.nextInt(1_000_000_000)),
            Headers.of("host", "example.test", "X-Odd", "é ü: \t;", "x-odd", "", "B", ": "),
            bodyFor(id, size)),
        judgement,
        judgement.believable() ? 200 : 401);
  }

  /**
   * What a delivery of that id and size holds, so that a reader can tell whether bytes are right.
   */
  public static Body bodyFor(DeliveryId id, int size) {
    byte[] bytes = new byte[size];
    new Random(Arrays.hashCode(id.text().toCharArray())).nextBytes(bytes);
    return Body.wrapping(bytes);
  }
}
