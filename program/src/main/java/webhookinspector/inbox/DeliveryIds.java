package webhookinspector.inbox;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Gives out ids that grow strictly, even within a millisecond and when the clock steps back. Safe
 * for many threads.
 */
public final class DeliveryIds {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int RANDOM_DIGITS = 16;

  /** As many as the digits behind the time say: five bits each. */
  public static final int TAIL_BYTES = 10;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final int[] tail = new int[RANDOM_DIGITS];
  private long millis = -1;

  public DeliveryIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next one. */
  public synchronized DeliveryId next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      startAnew();
    } else if (!increment()) {
      millis++;
      startAnew();
    }
    return new DeliveryId(write());
  }

  private void startAnew() {
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      tail[i] = random.nextInt(32);
    }
  }

  private boolean increment() {
    for (int i = RANDOM_DIGITS - 1; i >= 0; i--) {
      if (tail[i] < 31) {
        tail[i]++;
        return true;
      }
      tail[i] = 0;
    }
    return false;
  }

  private String write() {
    return write(millis, tail);
  }

  /**
   * One that follows from what it is the id of, for what comes without any.
   *
   * @param at from 1970 to 10889
   * @param hash {@value #TAIL_BYTES} bytes
   */
  public static DeliveryId of(Instant at, byte[] hash) {
    int[] digits = new int[RANDOM_DIGITS];
    BigInteger rest = new BigInteger(1, hash);
    for (int i = RANDOM_DIGITS - 1; i >= 0; i--) {
      digits[i] = rest.intValue() & 31;
      rest = rest.shiftRight(5);
    }
    return new DeliveryId(write(at.toEpochMilli(), digits));
  }

  private static String write(long millis, int[] tail) {
    char[] text = new char[10 + RANDOM_DIGITS];
    long rest = millis;
    for (int i = 9; i >= 0; i--) {
      text[i] = ALPHABET[(int) (rest & 31)];
      rest >>>= 5;
    }
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      text[10 + i] = ALPHABET[tail[i]];
    }
    return new String(text);
  }
}
