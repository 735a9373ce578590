package webhookinspector.inbox;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Gives out ids that grow strictly, even within a millisecond and when the clock steps back. Safe
 * for many threads.
 */
public final class DeliveryIds {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int RANDOM_DIGITS = 16;

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
