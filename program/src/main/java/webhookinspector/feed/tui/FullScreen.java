package webhookinspector.feed.tui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.View;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Tally;
import webhookinspector.feed.tui.layout.Layout;
import webhookinspector.feed.tui.model.Errand;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.screen.Painter;

/**
 * The full-screen view. One thread owns the model and paints it when something changed, at most
 * thirty times a second; questions are asked on threads of their own.
 */
public final class FullScreen implements View {

  private static final Logger LOG = LoggerFactory.getLogger(FullScreen.class);

  /** What may wait for the model; the feed's own desk holds and drops what is more. */
  private static final int WAITING = 2_000;

  private static final Duration BETWEEN_PICTURES = Duration.ofMillis(33);

  private final Surface surface;
  private final Host host;
  private final Consumer<Boolean> end;
  private final Model model = new Model();
  private final Layout layout;
  private final Painter painter;
  private final BlockingQueue<Consumer<Model>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread loop;
  private final View instead;
  private final Look look;
  private final Tally tally = new Tally();
  private volatile @Nullable Opening opened;
  private volatile boolean failed;
  private volatile boolean closing;
  private long painted = System.nanoTime() - BETWEEN_PICTURES.toNanos();

  /**
   * @param end asks the program to end, as if it had been interrupted or not
   * @param instead takes over should this view fail
   */
  public FullScreen(Surface surface, Look look, Host host, Consumer<Boolean> end, View instead) {
    this.surface = surface;
    this.host = host;
    this.end = end;
    this.instead = instead;
    this.look = look;
    this.layout = new Layout(look);
    this.painter = new Painter(look.ink());
    this.loop = Thread.ofPlatform().name("full-screen").daemon().unstarted(this::run);
  }

  /** Takes the terminal over. */
  public FullScreen start() {
    surface.open(input -> post(m -> m.input(input)), () -> post(this::resize));
    post(this::resize);
    loop.start();
    return this;
  }

  private void resize(Model m) {
    Surface.Size size = surface.size();
    painter.forget();
    m.resize(size.width(), size.height());
  }

  @Override
  public void open(Opening opening) {
    opened = opening;
    if (failed) {
      instead.open(opening);
    } else {
      post(m -> m.open(opening));
    }
  }

  @Override
  public void told(Line line) {
    if (line instanceof Line.OfDelivery of) {
      tally.add(of.delivery());
    }
    if (failed) {
      instead.told(line);
    } else {
      post(m -> m.told(line));
    }
  }

  @Override
  public void fellBehind(long missed) {
    if (failed) {
      instead.fellBehind(missed);
    } else {
      post(Model::fellBehind);
    }
  }

  /** Waits while too much waits already; gives up once we are closing. */
  private void post(Consumer<Model> change) {
    try {
      while (!closing && !failed && !waiting.offer(change, 100, TimeUnit.MILLISECONDS)) {
        // the model is busy
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The full-screen view failed; rows go on without it", e);
      surface.close();
      failed = true;
      if (opened != null) {
        instead.open(opened);
      }
    }
  }

  private void step() throws InterruptedException {
    var changes = new ArrayList<Consumer<Model>>();
    changes.add(waiting.take());
    long due = painted + BETWEEN_PICTURES.toNanos();
    while (!changes.isEmpty()) {
      waiting.drainTo(changes);
      changes.forEach(change -> change.accept(model));
      changes.clear();
      long left = due - System.nanoTime();
      Consumer<Model> more = left > 0 ? waiting.poll(left, TimeUnit.NANOSECONDS) : null;
      if (more != null) {
        changes.add(more);
      }
    }
    runErrands();
    paint();
    runErrands(); // for rows that the picture lacked
  }

  private void runErrands() {
    model.errands().forEach(this::run);
  }

  private void paint() {
    String text = painter.paint(layout.of(model));
    if (!text.isEmpty()) {
      surface.write(text);
    }
    painted = System.nanoTime();
  }

  private void run(Errand errand) {
    switch (errand) {
      case Errand.Ask(Errand.Question question) ->
          Thread.ofVirtual().name("full-screen-asks").start(() -> ask(question));
      case Errand.Later(Duration delay, Errand.Change change) ->
          Thread.ofVirtual().name("full-screen-later").start(() -> later(delay, change));
      case Errand.Copy(String text) -> surface.write(Clipboard.put(text));
      case Errand.End(boolean interrupted) -> end.accept(interrupted);
      case Errand.Repaint() -> painter.forget();
      case Errand.Suspend() -> {
        surface.suspend();
        resize(model);
      }
    }
  }

  private void ask(Errand.Question question) {
    Errand.Change change = question.ask(host);
    post(change::apply);
  }

  private void later(Duration delay, Errand.Change change) {
    try {
      Thread.sleep(delay);
      post(change::apply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    loop.interrupt();
    try {
      loop.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    surface.close();
    if (failed) {
      instead.close();
    }
  }

  /** What to say on the terminal as it was, once we are closed; nothing if rows said it. */
  public List<String> farewell() {
    return failed || opened == null ? List.of() : tally.farewell(look.ink());
  }
}
