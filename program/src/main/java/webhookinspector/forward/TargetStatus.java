package webhookinspector.forward;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a target is doing.
 *
 * @param number ours
 * @param filter in the filter language; "" for everything
 * @param saved whether it stays until it is removed
 * @param headers names of those that the user adds; their values are never shown
 * @param state {@code new}, {@code well}, {@code catching-up}, {@code failing}, {@code down},
 *     {@code paused}, {@code waiting} or {@code resting}
 * @param detail why, one line, or ""
 * @param waiting deliveries that it was offered and has not taken, and those under way
 * @param behind places in the ledger that were not looked at for it yet
 * @param dead deliveries that were given up
 * @param nextTry when it is tried again, while it is left alone, or null
 */
public record TargetStatus(
    long number,
    String address,
    String filter,
    boolean saved,
    List<String> headers,
    String state,
    String detail,
    long waiting,
    long behind,
    long dead,
    @Nullable Instant nextTry) {

  public TargetStatus {
    headers = List.copyOf(headers);
  }
}
