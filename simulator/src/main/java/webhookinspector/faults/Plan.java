package webhookinspector.faults;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really leaves for one parcel.
 *
 * @param sendings one after the other; none: it is lost
 * @param belief what Asana makes of it
 * @param name of the fault, for the journal; null when nothing is wrong
 */
public record Plan(List<Sending> sendings, Belief belief, @Nullable String name) {

  public Plan {
    sendings = List.copyOf(sendings);
  }

  /** One sending, unchanged. */
  public static Plan asMeant(Parcel parcel) {
    return new Plan(List.of(Sending.of(parcel)), Belief.BY_ANSWER, null);
  }

  /** What Asana takes for the outcome. */
  public enum Belief {
    /** The answer to the sending that {@link Sending#decides} counts. */
    BY_ANSWER,
    /** It counts as delivered, whatever came back; with no sendings: a loss nobody notices. */
    DELIVERED,
    /** It counts as failed, whatever came back: the target will see it again. */
    FAILED
  }

  /**
   * One POST.
   *
   * @param after how long it waits first, on the simulator's clock; whoever waits is not waited for
   * @param manner how its bytes travel
   * @param decides whether its answer is the one that counts; false for a stranger's or a second
   */
  public record Sending(Parcel parcel, Duration after, Manner manner, boolean decides) {

    /** At once, whole, and decisive. */
    public static Sending of(Parcel parcel) {
      return new Sending(parcel, Duration.ZERO, Manner.WHOLE, true);
    }
  }

  /** How bytes travel. */
  public enum Manner {
    /** All at once. */
    WHOLE,
    /** Chunk by chunk, slowly: 10 chunks a real second. */
    DRIPPING,
    /** The connection is cut after half of the body. */
    CUT
  }
}
