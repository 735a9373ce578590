package webhookinspector.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.web.NewReplay;

/** How a replay goes. A mixin. */
final class ReplayOptions {

  /** Which signature a copy carries. */
  enum Sign {
    AS_IT_CAME,
    OWN,
    THROW_AWAY;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "Keep the spacing in which they came, N times as fast; 1 is as they came."
              + " Without it, each follows at once.")
  @Nullable Double speed;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "So many may wait for their answers at the same time; 1 keeps their order. Default: 1")
  int concurrency;

  @Option(names = "--shuffle", description = "Send them in any order.")
  boolean shuffle;

  @Option(
      names = "--jitter",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "0s",
      description = "Send each up to so much later, such as 500ms.")
  Duration jitter = Duration.ZERO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Leave to chance the same as another time. Default: drawn and told")
  @Nullable Long seed;

  @Option(
      names = "--sign",
      paramLabel = "HOW",
      description =
          "as-it-came; own: anew, with the secret of the inbox it came to; throw-away: anew, with a"
              + " secret that is made and printed. Default: own for an edited body, else"
              + " as-it-came")
  @Nullable Sign sign;

  @Option(names = "--dry-run", description = "Only say what would be sent.")
  boolean dryRun;

  /** Whether something is asked for that only a replay of many knows. */
  boolean forMany() {
    return dryRun || speed != null || shuffle || !jitter.isZero() || concurrency != 1;
  }

  @Nullable String signing() {
    return sign == null ? null : sign.toString();
  }

  NewReplay of(String target, List<String> deliveries, @Nullable String filter) {
    return new NewReplay(
        target,
        deliveries,
        filter,
        speed,
        concurrency,
        shuffle,
        jitter.toMillis(),
        seed,
        signing(),
        dryRun);
  }
}
