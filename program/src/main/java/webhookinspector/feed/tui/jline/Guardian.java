package webhookinspector.feed.tui.jline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell of a few lines that outlives us: when its standard input ends without a word, we were
 * killed or ran out of memory, and it gives the terminal back in our stead. Nobody else could:
 * after {@code kill -9} no line of ours is run.
 */
final class Guardian {

  private static final Logger LOG = LoggerFactory.getLogger(Guardian.class);

  /** For a shell to look at the terminal, on a machine that has other things to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Settings are put back only while they are still ours: a shell that got the terminal back before
   * us has made its own, and may be reading a line by now. TTOU is passed over because by then we
   * are no longer in the foreground.
   */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM TSTP TTIN TTOU
      exec 3<>/dev/tty || exit
      before=$(stty -g <&3) || exit
      echo ready
      read -r word && ours=$(stty -g <&3)
      read -r word && exit
      printf '%s' "$LEAVE" >&3
      now=$(stty -g <&3)
      [ "$now" = "${ours:-$now}" ] && stty "$before" <&3
      printf 'inspector ended without a word: killed, or out of memory\\r\\n' >&3
      """;

  private final String leave;
  private @Nullable Process process;
  private boolean told;

  /**
   * @param leave what a terminal must be told so that it shows again what it showed before
   */
  Guardian(String leave) {
    this.leave = leave;
  }

  /**
   * Remembers how the terminal is set; to be called before it is changed. One who remembers already
   * stays, for what was set when he came is what is to be put back.
   */
  void begin() {
    if (process != null) {
      return;
    }
    told = false;
    try {
      var builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT);
      builder.environment().clear(); // no token of ours
      builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LEAVE", leave));
      Process started = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process = started;
      var ready = Thread.ofVirtual().unstarted(() -> awaitReady(started));
      ready.start();
      ready.join(PATIENCE);
    } catch (IOException e) {
      LOG.debug("nobody guards the terminal", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitReady(Process started) {
    try {
      started.getInputStream().read();
    } catch (IOException e) {
      LOG.debug("nobody guards the terminal", e);
    }
  }

  /** The terminal is changed now. */
  void changed() {
    if (!told) {
      told = true;
      tell("changed");
    }
  }

  /** The terminal was given back: there is nothing to guard any more. */
  void end() {
    tell("given back");
    Process started = process;
    process = null;
    if (started != null) {
      try {
        started.getOutputStream().close();
        if (!started.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          started.destroyForcibly();
        }
      } catch (IOException e) {
        LOG.debug("the guardian has gone", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void tell(String word) {
    Process started = process;
    if (started != null) {
      try {
        OutputStream out = started.getOutputStream();
        out.write((word + "\n").getBytes(UTF_8));
        out.flush();
      } catch (IOException e) {
        LOG.debug("the guardian has gone", e);
      }
    }
  }
}
