package webhookinspector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
          100_000,
          Limits.DEFAULTS,
          Faults.NONE);

  public SimulatorSettings {
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
    return new SimulatorSettings(
        number,
        seed,
        clockSpeed,
        startsAt,
        token,
        strictTargets,
        sender,
        journalSize,
        limits,
        faults);
  }

  public SimulatorSettings withSeed(long number) {
    return new SimulatorSettings(
        port,
        number,
        clockSpeed,
        startsAt,
        token,
        strictTargets,
        sender,
        journalSize,
        limits,
        faults);
  }

  public SimulatorSettings withClockSpeed(double speed) {
    return new SimulatorSettings(
        port, seed, speed, startsAt, token, strictTargets, sender, journalSize, limits, faults);
  }

  /**
   * A clock that stands still at {@code start} until it is advanced: for tests that must repeat.
   */
  public SimulatorSettings stoppedAt(Instant start) {
    return new SimulatorSettings(
        port, seed, 0, start, token, strictTargets, sender, journalSize, limits, faults);
  }

  public SimulatorSettings withToken(@Nullable String only) {
    return new SimulatorSettings(
        port, seed, clockSpeed, startsAt, only, strictTargets, sender, journalSize, limits, faults);
  }

  public SimulatorSettings withStrictTargets(boolean strict) {
    return new SimulatorSettings(
        port, seed, clockSpeed, startsAt, token, strict, sender, journalSize, limits, faults);
  }

  public SimulatorSettings withSender(SenderSettings settings) {
    return new SimulatorSettings(
        port,
        seed,
        clockSpeed,
        startsAt,
        token,
        strictTargets,
        settings,
        journalSize,
        limits,
        faults);
  }

  public SimulatorSettings withJournalSize(int attempts) {
    return new SimulatorSettings(
        port, seed, clockSpeed, startsAt, token, strictTargets, sender, attempts, limits, faults);
  }

  public SimulatorSettings withLimits(Limits settings) {
    return new SimulatorSettings(
        port,
        seed,
        clockSpeed,
        startsAt,
        token,
        strictTargets,
        sender,
        journalSize,
        settings,
        faults);
  }

  public SimulatorSettings withFaults(Faults chosen) {
    return new SimulatorSettings(
        port,
        seed,
        clockSpeed,
        startsAt,
        token,
        strictTargets,
        sender,
        journalSize,
        limits,
        chosen);
  }

  public SimulatorSettings withBatchWindow(Duration window) {
    return withSender(sender.withBatchWindow(window));
  }

  public SimulatorSettings withHeartbeatEvery(Duration every) {
    return withSender(sender.withHeartbeatEvery(every));
  }

  public SimulatorSettings withAnswerTimeout(Duration timeout) {
    return withSender(sender.withAnswerTimeout(timeout));
  }

  public SimulatorSettings withBackOff(List<Duration> waits) {
    return withSender(sender.withBackOff(waits));
  }

  public SimulatorSettings withDeletionAfter(Duration after) {
    return withSender(sender.withDeletionAfter(after));
  }
}
