package webhookinspector.feed.tui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Palette;
import webhookinspector.feed.terminal.PlainView;
import webhookinspector.feed.tui.model.Input;

class FullScreenTest {

  /** A terminal that remembers what was written, and breaks when told to. */
  private static final class Paper implements Surface {

    private final StringBuilder written = new StringBuilder();
    final AtomicInteger writes = new AtomicInteger();
    volatile boolean broken;
    volatile boolean closed;
    final AtomicInteger stops = new AtomicInteger();
    @Nullable Consumer<Input> typed;

    @Override
    public void open(Consumer<Input> keys, Runnable resized) {
      typed = keys;
    }

    @Override
    public Size size() {
      return new Size(100, 24);
    }

    @Override
    public void write(String text) {
      if (broken) {
        throw new IllegalStateException("the terminal is gone");
      }
      writes.incrementAndGet();
      synchronized (written) {
        written.append(text);
      }
    }

    String written() {
      synchronized (written) {
        return written.toString();
      }
    }

    void forget() {
      synchronized (written) {
        written.setLength(0);
      }
    }

    @Override
    public void suspend() {
      stops.incrementAndGet();
    }

    @Override
    public void close() {
      closed = true;
    }

    void press(String key) {
      if (typed != null) {
        typed.accept(new Input.Key(key));
      }
    }
  }

  private final Paper paper = new Paper();
  private final MemoryHost host = new MemoryHost();
  private final StringWriter rows = new StringWriter();
  private final AtomicInteger ended = new AtomicInteger();
  private final FullScreen screen = start();

  private FullScreen start() {
    var clock = InstantSource.fixed(Examples.NOON);
    var look = new Look(() -> 100, ZoneOffset.UTC, clock, Palette.NONE, false);
    var plain = new PlainView(new PrintWriter(rows), look);
    return new FullScreen(paper, look, host, _ -> ended.incrementAndGet(), plain).start();
  }

  @AfterEach
  void close() {
    screen.close();
  }

  private void arrives(long position) {
    host.history.add(Examples.completed(position));
    screen.told(Examples.told(Examples.completed(position)));
  }

  @Test
  void showsWhatIsToldAndEndsWhenAsked() {
    screen.open(Examples.opening());
    arrives(1);
    await().until(() -> paper.written().contains("Ann completed “Fix login”"));
    paper.press("q");
    await().until(() -> ended.get() == 1);
    screen.close();
    assertThat(paper.closed).isTrue();
    assertThat(screen.farewell()).contains("1 shown: 1 authentic");
  }

  @Test
  void givesTheTerminalBackAndGoesOnInRowsWhenItFails() {
    screen.open(Examples.opening());
    arrives(1);
    await().until(() -> paper.written().contains("#1"));
    paper.broken = true;
    screen.told(new Line.OfState(Examples.NOON, new State.Degraded("the disk is full")));
    await().until(() -> paper.closed);
    await().until(() -> rows.toString().contains("page, once"));
    arrives(2);
    assertThat(rows.toString()).contains("#2");
    assertThat(ended).hasValue(0);
    screen.close();
    assertThat(screen.farewell()).isEmpty();
  }

  @Test
  void paintsABurstInFewPicturesAndNothingWhenNothingChanges() {
    screen.open(Examples.opening());
    long begin = System.nanoTime();
    for (int i = 1; i <= 5_000; i++) {
      arrives(i);
    }
    await().until(() -> paper.written().contains("#5000"));
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertThat(paper.writes.get()).isLessThan((int) (millis / 33) + 5);
    int before = paper.writes.get();
    await().during(Duration.ofMillis(300)).until(() -> paper.writes.get() == before);
  }

  @Test
  void holdsUpNobodyOnceItIsClosed() {
    screen.close();
    for (int i = 1; i <= 3_000; i++) {
      arrives(i);
    }
    screen.open(Examples.opening());
    assertThat(paper.closed).isTrue();
  }

  @Test
  void stopsAndPaintsAnewWhenItGoesOn() {
    screen.open(Examples.opening());
    await().until(() -> paper.written().contains("Waiting for the first"));
    paper.forget();
    paper.press("Ctrl+Z");
    await().until(() -> paper.stops.get() == 1);
    await().until(() -> paper.written().contains("Waiting for the first"));
  }

  @Test
  void copiesIntoTheClipboardOfTheTerminal() {
    screen.open(Examples.opening());
    arrives(1);
    await().until(() -> paper.written().contains("#1"));
    paper.press("C");
    await()
        .until(
            () ->
                paper
                    .written
                    .toString()
                    .contains("\u001b]52;c;MDFKOVpaWlpaWjAwMDAwMDAwMDAwMDAwMDE=\u0007"));
  }
}
