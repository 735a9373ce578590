package webhookinspector.feed.tui.jline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.tui.Surface;
import webhookinspector.feed.tui.model.Geometry;
import webhookinspector.feed.tui.model.Input;

/** The terminal that this process was started on. */
public final class JLineSurface implements Surface {

  private static final Logger LOG = LoggerFactory.getLogger(JLineSurface.class);

  /** Alternate screen with an empty page; pasted text is marked as such. */
  private static final String ENTER = "\u001b[?1049h\u001b[?2004h\u001b[2J\u001b[H";

  private static final String LEAVE = "\u001b[0m\u001b[?2026l\u001b[?2004l\u001b[?25h\u001b[?1049l";

  private static final long A_DAY = Duration.ofDays(1).toMillis();

  private final Terminal terminal;
  private final Runnable stop;
  private final Attributes before;
  private final Guardian guardian = new Guardian(LEAVE);
  private boolean taken;
  private boolean closed;

  private JLineSurface(Terminal terminal, Runnable stop) {
    this.terminal = terminal;
    this.stop = stop;
    this.before = terminal.getAttributes();
  }

  /**
   * Looks for a terminal that can show a full screen.
   *
   * @param stop stops this process until it is resumed
   * @return nothing if there is none, if it is too small, or if it is somebody else's now
   */
  public static Optional<Surface> find(Runnable stop) {
    if (!Foreground.isOurs()) {
      return Optional.empty();
    }
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysOut)
              .dumb(false)
              .provider("ffm")
              .encoding(UTF_8)
              .build();
      var surface = new JLineSurface(terminal, stop);
      Size size = surface.size();
      if (size.width() >= Geometry.MIN_WIDTH && size.height() >= Geometry.MIN_HEIGHT) {
        return Optional.of(surface);
      }
      terminal.close();
    } catch (IOException | RuntimeException e) {
      LOG.info("no terminal for the full-screen view: {}", e.getMessage());
    }
    return Optional.empty();
  }

  @Override
  public void open(Consumer<Input> typed, Runnable resized) {
    terminal.handle(Signal.WINCH, _ -> resized.run());
    terminal.handle(Signal.CONT, _ -> resumed(resized));
    take();
    Thread.ofPlatform().name("keys").daemon().start(() -> listen(typed));
  }

  private synchronized void take() {
    if (!closed && !taken) {
      taken = true;
      guardian.begin();
      terminal.enterRawMode();
      Attributes raw = terminal.getAttributes();
      raw.setLocalFlag(Attributes.LocalFlag.ISIG, false); // Ctrl+C and Ctrl+Z are keys of ours
      terminal.setAttributes(raw);
      guardian.changed();
      write(ENTER);
    }
  }

  private synchronized void give() {
    if (taken) {
      write(LEAVE);
      taken = false;
      terminal.setAttributes(before);
      guardian.end();
    }
  }

  /** After a stop, the terminal is as the shell left it, and may be somebody else's. */
  private synchronized void resumed(Runnable resized) {
    taken = false;
    if (Foreground.isOurs()) {
      take();
      resized.run();
    }
  }

  private void listen(Consumer<Input> typed) {
    NonBlockingReader reader = terminal.reader();
    // a read without a limit would hold a lock that closing needs
    var keys = new KeyReader(millis -> reader.read(millis == 0 ? A_DAY : millis));
    try {
      Input input = keys.next();
      while (input != null) {
        typed.accept(input);
        input = keys.next();
      }
    } catch (IOException e) {
      LOG.debug("the terminal is gone", e);
    }
  }

  @Override
  public Size size() {
    org.jline.terminal.Size size = terminal.getSize();
    return new Size(Math.max(1, size.getColumns()), Math.max(1, size.getRows()));
  }

  @Override
  public synchronized void write(String text) {
    if (taken) {
      terminal.writer().write(text);
      terminal.writer().flush();
    }
  }

  @Override
  public void suspend() {
    give();
    stop.run();
    if (Foreground.isOurs()) {
      take();
    }
  }

  @Override
  public void close() {
    give();
    if (close(true)) {
      try {
        terminal.close();
      } catch (IOException | RuntimeException e) {
        LOG.debug("the terminal is gone", e);
      }
    }
  }

  /** Whether it was open until now. */
  private synchronized boolean close(boolean now) {
    boolean was = !closed;
    closed = now;
    return was;
  }
}
