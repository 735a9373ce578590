package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/**
 * A ledger with damage of every kind, in its file and in its log: each delivery is read in another
 * process, and the program itself is started on some of them (H9).
 */
public final class CorruptDatabase implements Check {

  private static final int DELIVERIES = 300;

  @Override
  public String name() {
    return "corrupt-database";
  }

  @Override
  public String promise() {
    return "damaged files are refused or their deliveries are; wrong bytes are never handed out";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    List<Promise> promises = fill(data, folder);
    Path list = folder.resolve("promises.txt");
    Files.write(
        list, promises.stream().map(p -> p.id() + " " + p.seed() + " " + p.size()).toList());
    List<Path> images = images(data, folder, size.of(15, 200));
    int started = 0;
    int odd = 0;
    for (Path image : images.subList(0, size.of(0, 20))) {
      Path copy = copy(image, folder.resolve("started-" + started));
      odd += endsOrServes(copy, folder) ? 0 : 1;
      started++;
    }
    Totals totals = read(list, images, folder);
    return Outcome.of(
        totals.images == images.size()
            && totals.wrong == 0
            && totals.careless > 0
            && totals.right > 0
            && odd == 0,
        totals
            + "; the program started on %d of them: %d ended otherwise than in words or in service"
                .formatted(started, odd));
  }

  /** Killed at the end, so that there is a log. */
  private static List<Promise> fill(Path data, Path folder) throws Exception {
    ReceiverProcess.prepare(data);
    var promises = new ArrayList<Promise>();
    for (int half = 0; half < 2; half++) {
      try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
          var traffic = new Traffic(receiver.port(), 4, 200, 6_000, half * 1_000_000L)) {
        traffic.await(200, DELIVERIES / 2, 30_000);
        traffic.stop();
        promises.addAll(traffic.promises());
      }
    }
    return promises;
  }

  /** Every third one is damaged in the log that a kill has left, the others in the file itself. */
  private static List<Path> images(Path data, Path folder, int count) throws IOException {
    var random = new Random(23);
    Path closed = copy(data, folder.resolve("closed"));
    SqliteLedger.open(closed.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system())
        .close();
    var images = new ArrayList<Path>();
    List<Damage> kinds = List.of(Damage.values());
    for (int i = 0; i < count; i++) {
      boolean inTheLog = i % 3 == 0;
      Path image = copy(inTheLog ? data : closed, folder.resolve("image-" + i));
      Path file = image.resolve(inTheLog ? "ledger.db-wal" : "ledger.db");
      kinds.get(i % kinds.size()).to(file, random);
      images.add(image);
    }
    return images;
  }

  /** Without what the holder of a folder leaves behind. */
  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.toString().endsWith("-shm")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  /** Starts the program: it may serve, or end with an exit code and in words. */
  private static boolean endsOrServes(Path data, Path folder) throws Exception {
    Path said = folder.resolve("said.txt");
    Path ready = folder.resolve("served.json");
    Files.deleteIfExists(ready);
    var command = new ArrayList<>(ReceiverProcess.java("webhookinspector.cli.Main"));
    command.addAll(List.of("serve", "--data", data.toString(), "--output", "json"));
    command.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    command.addAll(List.of("--ready-file", ready.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    for (int i = 0; i < 6_000 && process.isAlive() && !Files.exists(ready); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    if (process.isAlive()) {
      boolean serves = Files.exists(ready);
      process.destroyForcibly().waitFor();
      return serves;
    }
    String words = Files.readString(said);
    boolean good = process.exitValue() > 0 && process.exitValue() < 128 && !words.contains("\tat ");
    if (!good) {
      System.err.println("exit code " + process.exitValue() + ": " + words);
    }
    return good;
  }

  /** What was read from all of them. */
  private static final class Totals {
    int images;
    int refused;
    int right;
    int damaged;
    int missing;
    int wrong;
    int careless;

    void add(String line) {
      List<Integer> numbers = Stream.of(line.split(" ")).map(Integer::valueOf).toList();
      images++;
      refused += numbers.get(0);
      right += numbers.get(1);
      damaged += numbers.get(2);
      missing += numbers.get(3);
      wrong += numbers.get(4);
      careless += numbers.get(5);
    }

    @Override
    public String toString() {
      return "%d damaged ledgers, no crash: %d refused as a whole; in the others %,d deliveries right, %d known to be damaged, %d gone, %d WRONG; without the hash %d would have been"
          .formatted(images, refused, right, damaged, missing, wrong, careless);
    }
  }

  private static Totals read(Path list, List<Path> images, Path folder)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(ReceiverProcess.java(DamagedReader.class.getName()));
    command.add(list.toString());
    images.forEach(image -> command.add(image.toString()));
    Path out = folder.resolve("read.txt");
    Path err = folder.resolve("read.err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(
          "the reader ended with " + process.exitValue() + ": " + Files.readString(err));
    }
    var totals = new Totals();
    Files.readAllLines(out).forEach(totals::add);
    return totals;
  }
}
