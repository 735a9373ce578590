package webhookinspector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.app.Access;
import webhookinspector.app.Output;
import webhookinspector.app.ReadyFile;
import webhookinspector.app.Settings;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.web.Admin;
import webhookinspector.web.Refusal;

/**
 * Waits in a data folder, whoever holds it and whenever: a holder may begin, end, and begin again
 * meanwhile. Positions outlive it, so nothing is missed and nothing counts twice.
 */
final class ExpectWatch {

  private static final long GLANCE_MILLIS = 50;

  private final Console console;
  private final Settings settings;
  private final boolean json;
  private final @Nullable Path readyFile;
  private final boolean none;
  private @Nullable Long start;
  private boolean ready;
  private boolean received;

  ExpectWatch(
      Console console,
      Settings settings,
      OutputOptions.Form form,
      @Nullable Path readyFile,
      boolean none) {
    this.console = console;
    this.settings = settings;
    this.json = form == OutputOptions.Form.JSON;
    this.readyFile = readyFile;
    this.none = none;
  }

  /**
   * Waits; the exit code.
   *
   * @param from what came behind this position counts; null for what comes from now on
   */
  int run(String filter, @Nullable Long from, Expectation expectation, Duration within)
      throws IOException, InterruptedException {
    if (readyFile != null) {
      Files.deleteIfExists(readyFile); // of an earlier run
    }
    start = from;
    long deadline = System.nanoTime() + within.toNanos();
    var waiting = new Waiting(filter, expectation, this::matched, this::aside);
    do {
      look(waiting, deadline);
      if (expectation.isMet()) {
        break;
      }
    } while (awaitHolder(deadline));
    if (!expectation.isMet() && !received && !within.isZero()) {
      look(waiting, deadline); // somebody may have come and gone
    }
    return tell(expectation, within);
  }

  private void look(Waiting waiting, long deadline) throws InterruptedException {
    try (Access access = Access.open(settings)) {
      Admin admin = access.admin();
      long after = start == null ? admin.status().last() : start;
      start = after;
      received = access.toHolder();
      if (received) {
        waiting.follow(admin, after, deadline, () -> ready(after));
      } else {
        waiting.lookBack(admin, after, null);
        ready(after);
      }
    } catch (Refusal e) {
      if (e.code() != Refusal.Code.HOLDER_UNREACHABLE) {
        throw e;
      }
      received = false; // it has ended; perhaps another one begins
    }
  }

  /** Whether there is one before the time is over. */
  private boolean awaitHolder(long deadline) throws InterruptedException {
    boolean there = false;
    while (!there && System.nanoTime() < deadline) {
      Thread.sleep(GLANCE_MILLIS);
      there = Access.hasHolder(settings);
    }
    return there;
  }

  private void ready(long after) {
    if (readyFile != null && !ready) {
      ReadyFile.write(
          readyFile,
          LineJson.object(
              out -> {
                out.writeStringProperty("type", "ready");
                out.writeNumberProperty("after", after);
                out.writeNumberProperty("pid", ProcessHandle.current().pid());
              }));
    }
    ready = true;
  }

  private void matched(DeliveryLine line) {
    if (json) {
      console.out().println(LineJson.write(new Line.OfDelivery(line)));
    }
  }

  /** What may explain why nothing comes. */
  private void aside(Line line) {
    switch (line) {
      case Line.OfAlert alert -> meanwhile("alert: " + alert.message());
      case Line.OfGap(var gap) -> meanwhile("gap: " + gap.cause());
      case Line.OfState of when !of.state().word().equals("LIVE") ->
          meanwhile(of.state().shown() + " " + of.state().detail());
      default -> {}
    }
  }

  private void meanwhile(String what) {
    console.err().println("Meanwhile: " + Plain.text(what).strip());
  }

  private int tell(Expectation expectation, Duration within) {
    if (!json) {
      new Output(
              false, Output.Screen.NONE, false, console.surroundings().asciiOnly(), console.out())
          .list(expectation.matches(), console.surroundings());
    }
    if (expectation.isMet()) {
      if (none) {
        console.err().println("This was not expected.");
      }
      return none ? Exit.NO : Exit.OK;
    }
    boolean nobody = !received && !within.isZero();
    if (!none || nobody) {
      console.err().println(missing(expectation, within));
    }
    return nobody ? Exit.UNREACHABLE : none ? Exit.OK : Exit.NO;
  }

  private String missing(Expectation expectation, Duration within) {
    String time = within.isZero() ? "" : " within " + words(within);
    String came =
        expectation.count() == 0
            ? "Nothing matched" + time
            : expectation.count() + " matched" + time;
    String next =
        received || within.isZero()
            ? "What came: inspector list --after " + start
            : "Nobody receives on this folder (expected: a running serve, listen, poll or demo);"
                + " --since 1h --within 0s looks at what was kept.";
    return came + " (expected: " + expectation.wanted() + ").\n" + next;
  }

  private static String words(Duration within) {
    return within.toMillis() < 1_000
        ? within.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.0f s", within.toMillis() / 1e3);
  }
}
