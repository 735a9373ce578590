package webhookinspector.app;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.View;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.FullScreen;
import webhookinspector.feed.tui.Surface;
import webhookinspector.feed.tui.jline.JLineSurface;
import webhookinspector.feed.tui.model.Geometry;

/** The full-screen view with everything that a process has to give back at its end. */
final class OwnScreen implements View {

  private static final Logger LOG = LoggerFactory.getLogger(OwnScreen.class);

  /** As a shell tells it: 128 and the number of the signal. */
  private static final int INTERRUPTED = 130;

  private final FullScreen screen;
  private final PrintWriter out;
  private final Hush hush = new Hush();

  private OwnScreen(FullScreen screen, PrintWriter out) {
    this.screen = screen;
    this.out = out;
  }

  /**
   * Takes the terminal over.
   *
   * @param rows what is shown where there is no terminal for it, and should it fail
   * @param output whether somebody asked for it, and where the last words go
   */
  static View over(Look look, ViewHost host, Ending ending, View rows, Output output) {
    Surface surface = JLineSurface.find(Signals::stopThisJob).orElse(null);
    if (surface == null) {
      if (output.screen() == Output.Screen.WANTED) {
        LOG.warn(
            "output: tui (expected: plain, for standard input and output are no terminal of at"
                + " least {}x{} in the foreground); rows instead",
            Geometry.MIN_WIDTH,
            Geometry.MIN_HEIGHT);
      }
      return rows;
    }
    ending.beforeHalt(surface::close);
    Runtime.getRuntime().addShutdownHook(new Thread(surface::close));
    var screen =
        new FullScreen(
            surface, look, host, interrupted -> ending.ask(interrupted ? INTERRUPTED : 0), rows);
    var own = new OwnScreen(screen, output.out());
    screen.start();
    return own;
  }

  @Override
  public void open(Opening opening) {
    screen.open(opening);
  }

  @Override
  public void told(Line line) {
    screen.told(line);
  }

  @Override
  public void fellBehind(long missed) {
    screen.fellBehind(missed);
  }

  @Override
  public void close() {
    screen.close();
    hush.close();
    screen.farewell().forEach(out::println);
  }
}
