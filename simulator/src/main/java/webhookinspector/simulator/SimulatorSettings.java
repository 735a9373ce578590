package webhookinspector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.faults.Faults;
import webhookinspector.sender.SenderSettings;
import webhookinspector.subscriptions.Limits;

/**
 * How a local Asana behaves. Start from {@link #DEFAULTS} and change what matters.
 *
 * @param port on loopback; 0 picks a free one
 * @param seed the same seed, script and start give byte-identical deliveries
 * @param clockSpeed seconds of the simulator a real second; 1 is real time, 0 stands still until it
 *     is advanced
 * @param startsAt the simulator's time at its start; null for the real time
 * @param token the one that is accepted; null lets any bearer token in
 * @param strictTargets refuse loopback and private targets with 403, as Asana does
 * @param sender what the sender does where Asana documents little
 * @param journalSize attempts that are kept; ours, 10,000
 * @param limits how much a caller may have
 * @param announcedChanges names that every answer announces in {@code Asana-Change}; none
 * @param faults how it misbehaves
 */
public record SimulatorSettings(
    int port,
    long seed,
    double clockSpeed,
    @Nullable Instant startsAt,
    @Nullable String token,
    boolean strictTargets,
    SenderSettings sender,
    int journalSize,
    Limits limits,
    List<String> announcedChanges,
    Faults faults) {

  /** A free port, seed 1, real time, any token, loopback targets allowed, no faults. */
  public static final SimulatorSettings DEFAULTS =
      new SimulatorSettings(
          0,
          1,
          1,
          null,
          null,
          false,
          SenderSettings.DEFAULTS,
          10_000,
          Limits.DEFAULTS,
          List.of(),
          Faults.NONE);

  public SimulatorSettings {
    announcedChanges = List.copyOf(announcedChanges);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "port: " + port + " (expected: 0 to 65535, 0 for a free one)");
    }
    if (!(clockSpeed >= 0 && clockSpeed <= 1_000_000)) {
      throw new IllegalArgumentException(
          "clockSpeed: " + clockSpeed + " (expected: 0 to 1000000, 1 for real time)");
    }
  }

  public SimulatorSettings withPort(int number) {
    return copy(c -> c.port = number);
  }

  public SimulatorSettings withSeed(long number) {
    return copy(c -> c.seed = number);
  }

  public SimulatorSettings withClockSpeed(double speed) {
    return copy(c -> c.clockSpeed = speed);
  }

  /**
   * A clock that stands still at {@code start} until it is advanced: for tests that must repeat.
   */
  public SimulatorSettings stoppedAt(Instant start) {
    return copy(
        c -> {
          c.clockSpeed = 0;
          c.startsAt = start;
        });
  }

  public SimulatorSettings withToken(@Nullable String only) {
    return copy(c -> c.token = only);
  }

  public SimulatorSettings withStrictTargets(boolean strict) {
    return copy(c -> c.strictTargets = strict);
  }

  public SimulatorSettings withSender(SenderSettings settings) {
    return copy(c -> c.sender = settings);
  }

  public SimulatorSettings withJournalSize(int attempts) {
    return copy(c -> c.journalSize = attempts);
  }

  public SimulatorSettings withLimits(Limits settings) {
    return copy(c -> c.limits = settings);
  }

  public SimulatorSettings withAnnouncedChanges(List<String> names) {
    return copy(c -> c.announcedChanges = names);
  }

  public SimulatorSettings withFaults(Faults chosen) {
    return copy(c -> c.faults = chosen);
  }

  public SimulatorSettings withBatchWindow(Duration window) {
    return copy(c -> c.sender = sender.withBatchWindow(window));
  }

  public SimulatorSettings withHeartbeatEvery(Duration every) {
    return copy(c -> c.sender = sender.withHeartbeatEvery(every));
  }

  public SimulatorSettings withAnswerTimeout(Duration timeout) {
    return copy(c -> c.sender = sender.withAnswerTimeout(timeout));
  }

  public SimulatorSettings withBackOff(List<Duration> waits) {
    return copy(c -> c.sender = sender.withBackOff(waits));
  }

  public SimulatorSettings withDeletionAfter(Duration after) {
    return copy(c -> c.sender = sender.withDeletionAfter(after));
  }

  private SimulatorSettings copy(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return new SimulatorSettings(
        copy.port,
        copy.seed,
        copy.clockSpeed,
        copy.startsAt,
        copy.token,
        copy.strictTargets,
        copy.sender,
        copy.journalSize,
        copy.limits,
        copy.announcedChanges,
        copy.faults);
  }

  /** The same values, open for one change. */
  private static final class Copy {
    private int port;
    private long seed;
    private double clockSpeed;
    private @Nullable Instant startsAt;
    private @Nullable String token;
    private boolean strictTargets;
    private SenderSettings sender;
    private int journalSize;
    private Limits limits;
    private List<String> announcedChanges;
    private Faults faults;

    Copy(SimulatorSettings from) {
      port = from.port;
      seed = from.seed;
      clockSpeed = from.clockSpeed;
      startsAt = from.startsAt;
      token = from.token;
      strictTargets = from.strictTargets;
      sender = from.sender;
      journalSize = from.journalSize;
      limits = from.limits;
      announcedChanges = from.announcedChanges;
      faults = from.faults;
    }
  }
}
