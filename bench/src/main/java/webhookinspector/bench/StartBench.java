package webhookinspector.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import webhookinspector.delivery.Body;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/**
 * How soon commands are there, through the launcher as people type it, beside a JVM that does
 * nothing; and how much memory the service takes that nobody uses.
 */
public final class StartBench {

  private static final Body HEARTBEAT = Body.of("{\"events\":[]}");
  private static final Secret SECRET =
      Secret.of("b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81");

  private final Path folder;
  private final String inspector;
  private final int rounds;

  private StartBench(Path folder, int rounds) {
    this.folder = folder;
    this.inspector = Path.of("release/inspector").toAbsolutePath().toString();
    this.rounds = rounds;
  }

  /**
   * @param args an empty folder, and how often each is measured
   */
  public static void main(String[] args) throws Exception {
    new StartBench(Path.of(args[0]), Integer.parseInt(args[1])).run();
  }

  private void run() throws Exception {
    Path data = folder.resolve("data");
    Path secret = Files.writeString(folder.resolve("secret"), SECRET.reveal());
    Path body = Files.write(folder.resolve("body"), HEARTBEAT.toBytes());
    // Builds, rehearses, makes the folder.
    String fromCheckout = Path.of("inspector").toAbsolutePath().toString();
    run(fromCheckout, "demo", "--for", "1s", "--output", "json", "--data", data.toString());
    Inbox inbox = inbox(data);
    String signature = Signature.of(SECRET, HEARTBEAT).hex();
    System.out.println("| what | median | slowest | budget |\n|---|---:|---:|---:|");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    print("a JVM that does nothing (`java -version`)", times(() -> time(java, "-version")), "");
    print("`--help`", times(() -> time(inspector, "--help")), "200 ms");
    print(
        "`verify`",
        times(
            () ->
                time(
                    inspector,
                    "verify",
                    "--secret-file",
                    secret.toString(),
                    "--signature",
                    signature,
                    body.toString())),
        "300 ms");
    print("`list`", times(() -> time(inspector, "list", "--data", data.toString())), "");
    var memory = new ArrayList<Long>();
    print(
        "`serve` to its first 200",
        times(() -> first200(data, inbox, signature, memory)),
        "500 ms");
    long median = memory.stream().sorted().toList().get(memory.size() / 2);
    System.out.printf("| `serve`, idle: resident memory | %d MB | | 120 MB |%n", median >> 10);
  }

  private Inbox inbox(Path data) {
    var inbox =
        new Inbox(
            new InboxName("bench"), InboxKey.random(new Random(1)), Secrets.settled(SECRET), null);
    try (var registry = SqliteRegistry.open(data.resolve("registry.db"))) {
      registry.save(inbox);
    }
    return inbox;
  }

  private List<Long> times(Callable<Long> once) throws Exception {
    once.call(); // the disk's cache
    var all = new ArrayList<Long>();
    for (int i = 0; i < rounds; i++) {
      all.add(once.call());
    }
    return all.stream().sorted().toList();
  }

  private static void print(String what, List<Long> nanos, String budget) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d ms | %d ms | %s |%n",
        what,
        nanos.get(nanos.size() / 2) / 1_000_000,
        nanos.getLast() / 1_000_000,
        budget);
  }

  private static long time(String... command) throws Exception {
    long start = System.nanoTime();
    run(command);
    return System.nanoTime() - start;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int code = start(command).waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }

  /** The launcher as it is released, with what was built in this checkout. */
  private static Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command);
    builder
        .environment()
        .put("INSPECTOR_APP", Path.of("program/target").toAbsolutePath().toString());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private long first200(Path data, Inbox inbox, String signature, List<Long> memory)
      throws Exception {
    int port = freePort();
    long start = System.nanoTime();
    Process serve =
        start(
            inspector,
            "serve",
            "--data",
            data.toString(),
            "--receiver-port",
            String.valueOf(port),
            "--admin-port",
            "0",
            "--output",
            "json");
    try {
      byte[] post =
          """
          POST /in/%s HTTP/1.1\r
          Host: 127.0.0.1\r
          Content-Type: application/json\r
          %s: %s\r
          Content-Length: %d\r
          \r
          %s"""
              .formatted(
                  inbox.key().text(),
                  Signature.HEADER,
                  signature,
                  HEARTBEAT.size(),
                  HEARTBEAT.text())
              .getBytes(US_ASCII);
      while (!isTaken(port, post)) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      long took = System.nanoTime() - start;
      TimeUnit.SECONDS.sleep(10); // by then it has given back what only its start needed
      memory.add(resident(serve.pid()));
      return took;
    } finally {
      serve.destroy();
      serve.waitFor();
    }
  }

  /** On a bare socket: a client that works hard would take the cores that the start needs. */
  private static boolean isTaken(int port, byte[] post) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(post);
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(status, US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  /** In KiB. */
  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
