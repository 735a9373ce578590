package webhookinspector.forward;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import webhookinspector.command.Argv;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Target;
import webhookinspector.history.FilterParser;
import webhookinspector.outbox.Attempt;

/**
 * A target as somebody wants it.
 *
 * @param address an http or https address, or {@code exec } and a command
 * @param filter in the filter language; "" for everything
 * @param headers of {@link OwnHeaders}; none leaves those that it has
 */
public record Wanted(String address, String filter, Headers headers) {

  /** In front of a command. */
  public static final String EXEC = Attempt.EXEC;

  private static final Pattern WHERE = Pattern.compile("\\s+where(?:\\s+|$)");

  /**
   * @throws IllegalArgumentException when the address or the filter cannot be understood
   */
  public Wanted {
    filter = filter.strip();
    if (address.startsWith(EXEC)) {
      Argv.parse(address.substring(EXEC.length()));
    } else {
      Target.parse(address);
    }
    FilterParser.parse(filter, Instant.EPOCH);
  }

  /** Without headers of its own. */
  public Wanted(String address, String filter) {
    this(address, filter, Headers.none());
  }

  /** The same with headers of its own. */
  public Wanted with(Headers own) {
    return new Wanted(address, filter, own);
  }

  /**
   * Reads {@code URL} or {@code URL where FILTER}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static Wanted parse(String text) {
    Matcher where = WHERE.matcher(text);
    return where.find()
        ? new Wanted(text.substring(0, where.start()).strip(), text.substring(where.end()))
        : new Wanted(text.strip(), "");
  }

  /**
   * A command for each event; heartbeats have none.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static Wanted command(String command) {
    return new Wanted(EXEC + command.strip(), "kind=events");
  }
}
