package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import webhookinspector.checks.JavaCommand;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** The program as a process of its own, {@code inspector serve}, with one settled inbox. */
public final class ReceiverProcess implements AutoCloseable {

  public static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559");
  public static final InboxKey KEY = InboxKey.random(new Random(1));

  private static final Pattern READY =
      Pattern.compile(
          "\"receiver\":\"http://127.0.0.1:(\\d+)\".*\"admin\":\"http://127.0.0.1:(\\d+)\""
              + ".*\"pid\":(\\d+)");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final Path output;
  private final int port;
  private final int adminPort;
  private final long pid;

  private ReceiverProcess(Process process, Path output, Path readyFile) throws Exception {
    this.process = process;
    this.output = output;
    Matcher ready = awaitReady(readyFile);
    this.port = Integer.parseInt(ready.group(1));
    this.adminPort = Integer.parseInt(ready.group(2));
    this.pid = Long.parseLong(ready.group(3));
  }

  /** Makes the data folder with its inbox; the receiver must not run yet. */
  public static void prepare(Path data) throws IOException {
    Files.createDirectories(data);
    Files.createFile(data.resolve("lock")); // what tells our folder from a stranger's
    try (var registry = SqliteRegistry.open(data.resolve("registry.db"))) {
      registry.save(new Inbox(new InboxName("ads"), KEY, Secrets.settled(SECRET), null));
    }
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param aside where its output goes
   * @param wrapper what to put before the command, such as strace and its options
   */
  public static ReceiverProcess start(Path data, Path aside, String... wrapper) throws Exception {
    return start(data, aside, List.of(), wrapper);
  }

  /** The same with more words behind the command. */
  public static ReceiverProcess start(Path data, Path aside, List<String> words, String... wrapper)
      throws Exception {
    return start(data, aside, Map.of(), words, wrapper);
  }

  /**
   * The same in another environment; {@code _JAVA_OPTIONS} in it wins over our own options.
   *
   * @param environment added to that of this process
   */
  public static ReceiverProcess start(
      Path data, Path aside, Map<String, String> environment, List<String> words, String... wrapper)
      throws Exception {
    Path readyFile = aside.resolve("ready.json");
    Path output = aside.resolve("output.txt");
    Files.deleteIfExists(readyFile);
    var command = new ArrayList<>(List.of(wrapper));
    command.addAll(java("webhookinspector.cli.Main"));
    command.addAll(List.of("serve", "--data", data.toString(), "--output", "json"));
    command.addAll(List.of("--admin-port", "0"));
    if (!words.contains("--receiver-port")) {
      command.addAll(List.of("--receiver-port", "0"));
    }
    command.addAll(List.of("--ready-file", readyFile.toString()));
    command.addAll(words);
    var builder = new ProcessBuilder(command).directory(aside.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    return new ReceiverProcess(process, output, readyFile);
  }

  /** The command for a main class on the class path of this process. */
  static List<String> java(String mainClass) {
    return JavaCommand.of(mainClass);
  }

  private Matcher awaitReady(Path readyFile) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(readyFile)) {
        Matcher ready = READY.matcher(Files.readString(readyFile));
        if (ready.find()) {
          return ready;
        }
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    process.destroyForcibly();
    throw new IllegalStateException("the receiver did not start:\n" + Files.readString(output));
  }

  /** Of the receiver. */
  public int port() {
    return port;
  }

  public int adminPort() {
    return adminPort;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for it to end by itself; its exit code, or -1 when it still runs then. */
  public int awaitEnd(long patienceMillis) throws InterruptedException {
    return process.waitFor(patienceMillis, TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
  }

  public long pid() {
    return pid;
  }

  /**
   * SIGTERM, and waits for its end.
   *
   * @return its exit code, or -1 when it does not end within a minute
   */
  int end() throws InterruptedException {
    askToEnd();
    return awaitEnd();
  }

  /** Its exit code, or -1 when it does not end within a minute. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** SIGTERM. */
  void askToEnd() {
    process.destroy();
  }

  /** SIGKILL, to the receiver itself even when it runs inside another program. */
  public void kill() {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
