package webhookinspector.world;

import java.time.Instant;
import java.util.Comparator;

/** Something that is due at a time. */
public final class Appointment {

  static final Comparator<Appointment> ORDER =
      Comparator.comparing(Appointment::when)
          .thenComparing(appointment -> appointment.key)
          .thenComparingLong(appointment -> appointment.number);

  private final Instant when;
  private final String key;
  private final long number;
  private final Runnable action;
  private volatile boolean cancelled;

  Appointment(Instant when, String key, long number, Runnable action) {
    this.when = when;
    this.key = key;
    this.number = number;
    this.action = action;
  }

  public Instant when() {
    return when;
  }

  /** It will not happen, unless it is happening now. */
  public void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  void happen() {
    action.run();
  }
}
