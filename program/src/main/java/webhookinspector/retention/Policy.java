package webhookinspector.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is kept; whatever goes beyond is dropped, the oldest first. What is pinned, and what waits
 * to be sent on, is never dropped and does not count.
 *
 * @param age nothing older, counted from when it came here, or null
 * @param count at most so many, strangers' junk not counted, or null
 * @param bytes at most so much on disk, or null
 */
public record Policy(@Nullable Duration age, @Nullable Long count, @Nullable Long bytes) {

  /** Everything is kept for ever. */
  public static final Policy NONE = new Policy(null, null, null);

  public Policy {
    if (age != null && age.isZero()) {
      throw new IllegalArgumentException("age: 0 (expected: such as 30d)");
    }
  }

  /** Whether it limits anything. */
  public boolean limits() {
    return age != null || count != null || bytes != null;
  }
}
