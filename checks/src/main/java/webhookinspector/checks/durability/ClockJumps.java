package webhookinspector.checks.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/**
 * The program under a clock that jumps while deliveries come (H11): libfaketime stands between the
 * process and the kernel's wall clock; the monotonic clock stays true, as it does when an operator
 * or a time server sets the clock.
 */
public final class ClockJumps implements Check {

  private static final Pattern NEGATIVE = Pattern.compile("(?m)^[a-z_]+(\\{[^}]*})? -[0-9].*$");
  private static final int PER_JUMP = 150;

  /** A summer night in which the clocks of Berlin go from three back to two. */
  private static final Instant END_OF_SUMMER = Instant.parse("2026-10-25T00:59:58Z");

  private static final Instant ROLL_OVER = Instant.parse("2038-01-19T03:14:05Z");
  private static final Instant LEAP_SECOND = Instant.parse("2016-12-31T23:59:58Z");

  @Override
  public String name() {
    return "clock-jumps";
  }

  @Override
  public String promise() {
    return "whatever the wall clock does, deliveries are kept in the order in which they came";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("waits for each jump; LedgerContract keeps the order with any times");
    }
    Optional<Path> library = library();
    if (library.isEmpty()) {
      return Outcome.skipped("libfaketime is missing (Debian: faketime)");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    Path clock = Files.writeString(folder.resolve("clock"), "+0\n");
    var environment =
        Map.of(
            "LD_PRELOAD", library.get().toString(),
            "FAKETIME_TIMESTAMP_FILE", clock.toString(),
            "FAKETIME_CACHE_DURATION", "1",
            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
            "DONT_FAKE_MONOTONIC", "1",
            "TZ", "Europe/Berlin");
    var promises = new ArrayList<Promise>();
    var negative = new ArrayList<String>();
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, environment, List.of())) {
      for (Jump jump : JUMPS) {
        Files.writeString(clock, "%+d%n".formatted(jump.seconds.getAsLong()));
        TimeUnit.MILLISECONDS.sleep(1_500); // until the library looks again
        send(receiver.port(), promises);
        metrics(receiver.adminPort()).forEach(line -> negative.add(jump.name + ": " + line));
      }
    }
    return judge(data.resolve("ledger.db"), promises, negative);
  }

  /**
   * @param seconds by which the clock is off from now on
   */
  private record Jump(String name, LongSupplier seconds) {}

  private static final List<Jump> JUMPS =
      List.of(
          new Jump("true", () -> 0),
          new Jump("an hour ahead", () -> 3_600),
          new Jump("an hour behind", () -> -3_600),
          new Jump("1970", () -> until(Instant.ofEpochSecond(100_000))),
          new Jump("2038", () -> until(ROLL_OVER)),
          new Jump("end of summer time", () -> until(END_OF_SUMMER)),
          new Jump("leap second", () -> until(LEAP_SECOND)),
          new Jump("true again", () -> 0));

  private static long until(Instant moment) {
    return moment.getEpochSecond() - Instant.now().getEpochSecond();
  }

  private static Outcome judge(Path ledger, List<Promise> promises, List<String> negative)
      throws Exception {
    Kept kept = Kept.in(ledger, promises);
    long disorder = 0;
    long before = 0;
    Instant earliest = Instant.MAX;
    Instant latest = Instant.MIN;
    try (var open = SqliteLedger.open(ledger, LedgerSettings.DEFAULTS, InstantSource.system())) {
      for (Promise promise : promises) {
        var entry = open.find(new DeliveryId(promise.id())).orElseThrow();
        long position = entry.position().number();
        disorder += position > before ? 0 : 1;
        before = position;
        Instant at = entry.judged().delivery().receivedAt();
        earliest = at.isBefore(earliest) ? at : earliest;
        latest = at.isAfter(latest) ? at : latest;
      }
    }
    boolean jumped =
        earliest.isBefore(Instant.parse("1971-01-01T00:00:00Z")) && latest.isAfter(ROLL_OVER);
    return Outcome.of(
        kept.everything() && disorder == 0 && negative.isEmpty() && jumped,
        "%d jumps, times from %s to %s; %s; %d out of order; negative numbers in /metrics: %s"
            .formatted(
                JUMPS.size(),
                earliest,
                latest,
                kept,
                disorder,
                negative.isEmpty() ? "none" : negative));
  }

  private static void send(int port, List<Promise> promises) throws IOException {
    try (var courier = new Courier(port)) {
      for (int i = 0; i < PER_JUMP; i++) {
        long seed = promises.size();
        Courier.Answer answer = courier.send(Promise.body(seed, 300));
        if (answer.status() != 200) {
          throw new IOException("answered " + answer.status());
        }
        promises.add(new Promise(answer.id(), seed, 300));
      }
    }
  }

  private static List<String> metrics(int adminPort) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/metrics")).build();
      String text = client.send(request, BodyHandlers.ofString()).body();
      return NEGATIVE.matcher(text).results().map(found -> found.group()).toList();
    }
  }

  private static Optional<Path> library() throws IOException {
    Path libraries = Path.of("/usr/lib");
    try (Stream<Path> all =
        Files.find(libraries, 3, (path, _) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
      return all.findFirst();
    }
  }
}
