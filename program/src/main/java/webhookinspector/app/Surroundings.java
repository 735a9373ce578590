package webhookinspector.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What the program finds around itself. The only place that reads the environment, so that tests
 * can give another one.
 *
 * @param environment variables by name
 * @param home of the user
 * @param clock wall time
 * @param zone in which people read times
 * @param version of the program, such as {@code 0.1.0}
 */
public record Surroundings(
    Map<String, String> environment, Path home, InstantSource clock, ZoneId zone, String version) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  public static Surroundings ofThisProcess() {
    return new Surroundings(
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        Clock.systemUTC(),
        ZoneId.systemDefault(),
        Optional.ofNullable(Surroundings.class.getPackage().getImplementationVersion())
            .orElse("unpackaged"));
  }

  /** A variable that is set and not blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
