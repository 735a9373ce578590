package webhookinspector.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import webhookinspector.feed.terminal.Palette;

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

  /** More than any terminal has. */
  private static final int WIDE = 160;

  /**
   * Set by the launcher, and only where standard output is a terminal: asking costs us a process.
   */
  private static final String COLUMNS = "INSPECTOR_COLUMNS";

  /** The same of standard error. */
  private static final String ERROR_COLUMNS = "INSPECTOR_ERROR_COLUMNS";

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  public static Surroundings ofThisProcess() {
    return new Surroundings(
        System.getenv(),
        homeOfUser(),
        Clock.systemUTC(),
        ZoneId.systemDefault(),
        Optional.ofNullable(Surroundings.class.getPackage().getImplementationVersion())
            .orElse("unpackaged"));
  }

  /** As the shell has it: Java's own idea comes from the list of users, whatever HOME says. */
  private static Path homeOfUser() {
    String home = System.getenv("HOME");
    return Path.of(home == null || home.isBlank() ? System.getProperty("user.home", ".") : home);
  }

  /** A variable that is set and not blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Columns of the terminal, or so many that nothing is cut where there is none. */
  public int columns() {
    return variable(COLUMNS)
        .filter(number -> number.matches("[1-9][0-9]{1,3}"))
        .map(Integer::valueOf)
        .orElse(WIDE);
  }

  /** Columns of the terminal that standard error goes to; empty where it goes elsewhere. */
  public OptionalInt errorColumns() {
    return variable(ERROR_COLUMNS).filter(number -> number.matches("[1-9][0-9]{1,3}")).stream()
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  /** Whether standard output is a terminal. */
  public boolean onTerminal() {
    return variable(COLUMNS).isPresent();
  }

  /** Whether somebody sits there who can be shown a whole screen. */
  public boolean interactive() {
    return onTerminal() && !dumb() && variable("CI").isEmpty();
  }

  private boolean dumb() {
    return variable("TERM").map("dumb"::equals).orElse(true);
  }

  /** Whether the locale says that the terminal knows no Unicode; one that says nothing does. */
  public boolean asciiOnly() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .flatMap(name -> variable(name).stream())
        .findFirst()
        .map(locale -> !locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
        .orElse(false);
  }

  /**
   * The most colours that the terminal says it can show: {@code COLORTERM} as terminals set it, and
   * the names of terminfo, whose entries of that form have 256 colours or more.
   */
  public Palette palette() {
    String colorTerm = variable("COLORTERM").orElse("");
    String term = variable("TERM").orElse("");
    if (colorTerm.equals("truecolor") || colorTerm.equals("24bit") || term.endsWith("-direct")) {
      return Palette.TRUE;
    }
    return term.contains("256color") ? Palette.MANY : Palette.SIXTEEN;
  }

  /**
   * Whether standard output is a terminal that shows colours to somebody who wants them; {@code
   * NO_COLOR} is honoured (no-color.org).
   */
  public boolean colorful() {
    return onTerminal() && !dumb() && variable("NO_COLOR").isEmpty();
  }
}
