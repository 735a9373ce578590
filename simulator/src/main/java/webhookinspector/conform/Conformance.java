package webhookinspector.conform;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges one receiver: plays Asana to it, and a stranger, and reports what it answered. Follows no
 * redirect and calls nothing but the target.
 *
 * <pre>{@code
 * Report report = Conformance.of(URI.create("http://localhost:3000/hook")).seed(7).run();
 * assertTrue(report.conforms());
 * }</pre>
 */
public final class Conformance {

  /** Asana waits that long for the answer to a delivery (webhooks guide). */
  public static final Duration ASANA_WAITS = Duration.ofSeconds(10);

  private final URI target;
  private long seed = 1;
  private Duration limit = ASANA_WAITS;
  private Duration warning = Duration.ofSeconds(2);
  private Duration startPatience = Duration.ofSeconds(60);
  private Duration endPatience = Duration.ofSeconds(8);
  private @Nullable String command;
  private Set<String> only = Set.of();
  private Set<String> except = Set.of();
  private @Nullable ReceiverProcess process;
  private @Nullable Signal arm;
  private @Nullable Signal settle;
  private @Nullable Received received;
  private @Nullable URI second;

  private Conformance(URI target) {
    this.target = target;
  }

  /**
   * @param target an absolute http or https address, called exactly as given
   */
  public static Conformance of(URI target) {
    return new Conformance(checked("target", target));
  }

  /** Tells the receiver about a create call, as the code that makes the call would. */
  @FunctionalInterface
  public interface Signal {
    /** Returns once the receiver knows. */
    void send() throws IOException;
  }

  /** Lists what the receiver has kept, in any form that holds the gids of the events. */
  @FunctionalInterface
  public interface Received {
    /** Everything, or at least the last hundred deliveries. */
    String list() throws IOException;
  }

  /** Decides secrets and ids; the same seed offers the same secret again. 1 unless set. */
  public Conformance seed(long value) {
    seed = value;
    return this;
  }

  /**
   * @param longest how long a receiver may take; {@link #ASANA_WAITS} unless set
   * @param worrying from when on it is warned; 2 s unless set
   */
  public Conformance patience(Duration longest, Duration worrying) {
    if (longest.isNegative() || longest.isZero() || worrying.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "patience: " + longest + ", " + worrying + " (expected: a warning below the limit)");
    }
    limit = longest;
    warning = worrying;
    return this;
  }

  /** Runs these checks and no others. */
  public Conformance only(String... ids) {
    only = known(ids);
    return this;
  }

  /** Leaves these checks out. */
  public Conformance except(String... ids) {
    except = known(ids);
    return this;
  }

  /**
   * @param longestStart how long a started receiver may take until it listens; 60 s unless set
   * @param longestEnd how long it may take to end by itself before it is forced; 8 s unless set
   */
  public Conformance startPatience(Duration longestStart, Duration longestEnd) {
    startPatience = longestStart;
    endPatience = longestEnd;
    return this;
  }

  /** Starts the receiver with a shell command, restarts it where checks need that, and stops it. */
  public Conformance start(String shellCommand) {
    command = shellCommand;
    return this;
  }

  /** As {@link #start}, for a receiver that is no command, such as a server in the same JVM. */
  public Conformance startedBy(ReceiverProcess receiver) {
    process = receiver;
    return this;
  }

  /**
   * For receivers that take handshakes only while they wait for one: a create call is about to be
   * made. Sent before each first handshake.
   */
  public Conformance arm(Signal signal) {
    arm = signal;
    return this;
  }

  /** As {@link #arm(Signal)}, by a shell command that must end with exit code 0. */
  public Conformance arm(String shellCommand) {
    return arm(() -> ShellCommand.output("--arm", shellCommand));
  }

  /**
   * For receivers that trust no secret before the create call has returned: it has returned. Sent
   * after each first handshake.
   */
  public Conformance settle(Signal signal) {
    settle = signal;
    return this;
  }

  /** As {@link #settle(Signal)}, by a shell command that must end with exit code 0. */
  public Conformance settle(String shellCommand) {
    return settle(() -> ShellCommand.output("--settle", shellCommand));
  }

  /** Makes {@code kept-before-answer} possible. */
  public Conformance received(Received value) {
    received = value;
    return this;
  }

  /** As {@link #received(Received)}, by a shell command that prints the listing. */
  public Conformance received(String shellCommand) {
    return received(() -> ShellCommand.output("--received", shellCommand));
  }

  /** The address of a second webhook on the same receiver. */
  public Conformance second(URI value) {
    second = checked("second", value);
    return this;
  }

  /**
   * Runs the checks; takes seconds for a healthy receiver.
   *
   * @throws Unreachable if nobody answers at the target, so that nothing can be judged
   */
  public Report run() throws Unreachable {
    ReceiverProcess started =
        command == null
            ? process
            : new CommandProcess(command, new Wire(target), startPatience, endPatience);
    var plan =
        new Plan(
            target, seed, limit, warning, only, except, started, arm, settle, received, second);
    return new Judge(plan).judge();
  }

  private static Set<String> known(String... ids) {
    List<String> all = Catalogue.checks().stream().map(Check::id).toList();
    for (String id : ids) {
      if (!all.contains(id)) {
        throw new IllegalArgumentException(
            "check: " + Printable.of(id) + " (expected: one of " + String.join(", ", all) + ")");
      }
    }
    return Set.of(ids);
  }

  private static URI checked(String name, URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          name
              + ": "
              + uri
              + " (expected: an http or https address, such as"
              + " http://localhost:3000/hook)");
    }
    return uri;
  }
}
