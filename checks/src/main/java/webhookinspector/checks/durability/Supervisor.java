package webhookinspector.checks.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens a port and gives it as standard input to one process of the program after another, as
 * systemd does; so the port is open while none of them runs.
 */
final class Supervisor implements AutoCloseable {

  private static final String PERL =
      """
      use Socket;
      socket(my $port, PF_INET, SOCK_STREAM, 0) or die;
      bind($port, sockaddr_in(0, INADDR_LOOPBACK)) or die;
      listen($port, 1024) or die;
      while (1) {
        my $pid = fork;
        if (!$pid) { open(STDIN, '<&', $port) or die; exec @ARGV; }
        waitpid($pid, 0);
      }
      """;

  private static final Pattern READY =
      Pattern.compile("\"receiver\":\"http://127.0.0.1:(\\d+)\".*\"pid\":(\\d+)");

  private final Process process;
  private final Path readyFile;

  private Supervisor(Process process, Path readyFile) {
    this.process = process;
    this.readyFile = readyFile;
  }

  static boolean canBe() throws InterruptedException {
    return Tools.work("perl", "-MSocket", "-e", "1");
  }

  static Supervisor start(Path data, Path aside) throws Exception {
    Path readyFile = aside.resolve("supervised.json");
    var command = new ArrayList<>(List.of("perl", "-e", PERL));
    command.addAll(ReceiverProcess.java("webhookinspector.cli.Main"));
    command.addAll(List.of("serve", "--data", data.toString(), "--admin-port", "0"));
    command.addAll(List.of("--output", "json", "--ready-file", readyFile.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(aside.resolve("supervised.txt").toFile())
            .start();
    return new Supervisor(process, readyFile);
  }

  /** Waits for a process that is ready; its port. */
  int awaitReady() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < end) {
      Matcher ready = READY.matcher(Files.exists(readyFile) ? Files.readString(readyFile) : "");
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    throw new IllegalStateException("never ready");
  }

  /** Ends the process that runs, and waits for the next one. */
  void handOver() throws Exception {
    Matcher ready = READY.matcher(Files.readString(readyFile));
    long pid = ready.find() ? Long.parseLong(ready.group(2)) : 0;
    Files.delete(readyFile);
    ProcessHandle.of(pid).orElseThrow().destroy();
    awaitReady();
  }

  @Override
  public void close() {
    var children = process.descendants().toList();
    process.destroyForcibly();
    process.onExit().join();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
  }
}
