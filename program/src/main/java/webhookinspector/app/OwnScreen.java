package webhookinspector.app;

import java.util.Optional;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.View;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.FullScreen;
import webhookinspector.feed.tui.Surface;
import webhookinspector.feed.tui.jline.JLineSurface;

/** The full-screen view with everything that a process has to give back at its end. */
final class OwnScreen implements View {

  private final FullScreen screen;
  private final Hush hush = new Hush();

  private OwnScreen(FullScreen screen) {
    this.screen = screen;
  }

  /**
   * Takes the terminal over.
   *
   * @param rows what is shown where there is no terminal for it, and should it fail
   */
  static View over(Look look, ViewHost host, Ending ending, View rows) {
    Optional<Surface> surface = JLineSurface.find(Signals::stopThisProcess);
    if (surface.isEmpty()) {
      return rows;
    }
    ending.beforeHalt(surface.get()::close);
    Runtime.getRuntime().addShutdownHook(new Thread(surface.get()::close));
    var screen = new FullScreen(surface.get(), look, host, () -> ending.ask(0), rows);
    var own = new OwnScreen(screen);
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
  }
}
