package webhookinspector.tracing.otel;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;

/**
 * A delivery's id is its trace's id: both have 128 bits. So what happens to it later, in another
 * process even, joins the same trace without anything being carried along.
 */
final class TraceIds implements IdGenerator {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Any odd number spreads as well. */
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private static final IdGenerator RANDOM = IdGenerator.random();

  private static final ThreadLocal<@Nullable DeliveryId> FIRST = new ThreadLocal<>();

  /** The next span of this thread is the first of that delivery's trace. */
  void next(@Nullable DeliveryId delivery) {
    FIRST.set(delivery);
  }

  @Override
  public String generateTraceId() {
    DeliveryId delivery = FIRST.get();
    return delivery == null ? RANDOM.generateTraceId() : trace(delivery);
  }

  @Override
  public String generateSpanId() {
    DeliveryId delivery = FIRST.get();
    return delivery == null ? RANDOM.generateSpanId() : firstSpan(delivery);
  }

  /** 32 hex digits. */
  static String trace(DeliveryId delivery) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < delivery.text().length(); i++) {
      high = high << 5 | low >>> 59;
      low = low << 5 | ALPHABET.indexOf(delivery.text().charAt(i));
    }
    return TraceId.fromLongs(high, low);
  }

  /** 16 hex digits: the parent of all other spans in that trace. */
  static String firstSpan(DeliveryId delivery) {
    String trace = trace(delivery);
    long low = Long.parseUnsignedLong(trace.substring(16), 16);
    long mixed = low * MIX;
    return SpanId.fromLong(mixed == 0 ? 1 : mixed);
  }
}
