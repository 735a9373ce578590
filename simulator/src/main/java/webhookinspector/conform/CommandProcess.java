package webhookinspector.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A receiver that a shell command starts, in a process group of its own where the system has {@code
 * setsid}. Ends by process id: the group, and every descendant that was seen.
 */
final class CommandProcess implements ReceiverProcess {

  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private final String command;
  private final Wire wire;
  private final Duration startPatience;
  private final Duration endPatience;
  private final Thread atExit = new Thread(() -> readyToKill().run(), "stop the receiver");
  private @Nullable Process process;
  private Tail tail = Tail.none();
  private List<ProcessHandle> seen = List.of();

  /**
   * @param endPatience how long it may take to end by itself; npm and Maven have several processes
   */
  CommandProcess(String command, Wire wire, Duration startPatience, Duration endPatience) {
    this.command = command;
    this.wire = wire;
    this.startPatience = startPatience;
    this.endPatience = endPatience;
  }

  @Override
  public void start() throws Unreachable {
    if (process == null) {
      Runtime.getRuntime().addShutdownHook(atExit);
      if (wire.isAnswered()) {
        throw Unreachable.somebodyThere(wire.target());
      }
    }
    Process started = launch();
    process = started;
    tail = Tail.of(started.getInputStream());
    boolean listens = Patience.until(startPatience, () -> !started.isAlive() || wire.isAnswered());
    if (!started.isAlive() && !wire.isAnswered()) {
      throw Unreachable.startFailed(
          command, "ended with exit code " + started.exitValue(), tail.text());
    }
    if (!listens) {
      throw Unreachable.notListening(wire.target(), startPatience);
    }
  }

  private Process launch() throws Unreachable {
    List<String> line = new ArrayList<>();
    SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(p -> line.add(p.toString()));
    line.addAll(List.of("sh", "-c", command));
    try {
      Process started = new ProcessBuilder(line).redirectErrorStream(true).start();
      started.getOutputStream().close();
      return started;
    } catch (IOException e) {
      throw Unreachable.startFailed(command, "cannot be run: " + e.getMessage(), "");
    }
  }

  @Override
  public void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    look(running);
    signal(running, "TERM");
    seen.forEach(ProcessHandle::destroy);
    Patience.until(endPatience, this::isGone);
    readyToKill().run();
    signal(running, "KILL");
    awaitEnd();
    process = null;
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  @Override
  public Runnable readyToKill() {
    Process running = process;
    if (running == null) {
      return () -> {};
    }
    look(running);
    List<ProcessHandle> all = seen;
    return () -> all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void awaitEnd() {
    Patience.until(endPatience, () -> isGone() && !wire.isAnswered());
  }

  private boolean isGone() {
    return seen.stream().noneMatch(ProcessHandle::isAlive);
  }

  private void look(Process running) {
    List<ProcessHandle> now = new ArrayList<>(running.descendants().toList());
    now.add(running.toHandle());
    seen.stream().filter(old -> old.isAlive() && !now.contains(old)).forEach(now::add);
    seen = List.copyOf(now);
  }

  /** Reaches processes of the group whose parent is gone, too. */
  private static void signal(Process leader, String name) {
    boolean leads = SETSID.stream().anyMatch(Files::isExecutable);
    if (!leads) {
      return;
    }
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " -- -" + leader.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(2, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
