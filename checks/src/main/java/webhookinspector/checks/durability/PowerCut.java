package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.SimulatedDisk.Unsynced;

/**
 * Power cuts without cutting any power: the receiver's writes and syncs are traced, and for many
 * moments the files are rebuilt as a disk would show them that lost, half kept or kept what was not
 * synced. A 200 that left before such a moment must be in each of the three.
 */
public final class PowerCut implements Check {

  @Override
  public String name() {
    return "power-cut";
  }

  @Override
  public String promise() {
    return "what has its 200 survives a power cut, whatever the disk did with unsynced writes";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (!Tools.work("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")) {
      return Outcome.skipped("strace is missing or may not trace here");
    }
    Images receiver = cutReceiver(size, folder);
    Images control = cutCareless(size, folder);
    return Outcome.of(
        receiver.bad == 0 && receiver.made > 0 && control.bad > 0,
        receiver
            + " ("
            + receiver.promises
            + " acknowledged); control with synchronous=NORMAL: "
            + control);
  }

  /** What came of one series. */
  private static final class Images {
    int made;
    int bad;
    int promises;
    String firstBad = "";

    @Override
    public String toString() {
      return bad + " of " + made + " images lost or broke something" + firstBad;
    }
  }

  private static Images cutReceiver(Size size, Path folder) throws Exception {
    Path data = Files.createDirectory(folder.resolve("real")).resolve("data");
    ReceiverProcess.prepare(data);
    Path trace = folder.resolve("real.trace");
    int wanted = size.of(80, 700);
    Collection<Promise> promises;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, Trace.command(trace));
        var traffic = new Traffic(receiver.port(), 4, 200, 30_000, 0)) {
      traffic.await(200, wanted, 120_000);
      receiver.kill();
      traffic.stop();
      promises = traffic.promises();
    }
    return cut(Trace.read(trace, data), promises, size.of(10, 120), folder);
  }

  private static Images cutCareless(Size size, Path folder) throws Exception {
    Path data = Files.createDirectory(folder.resolve("careless"));
    Path trace = folder.resolve("careless.trace");
    Path output = folder.resolve("careless.out");
    int rows = size.of(30, 100);
    var command = new ArrayList<>(List.of(Trace.command(trace)));
    command.addAll(ReceiverProcess.java(CarelessWriter.class.getName()));
    command.addAll(List.of(data.resolve("ledger.db").toString(), Integer.toString(rows)));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    var promises = new ArrayList<Promise>();
    for (String line : Files.readAllLines(output)) {
      if (line.startsWith("X-Delivery-Id: ")) {
        promises.add(new Promise(line.substring(15), promises.size(), 1_000));
      }
    }
    return cut(Trace.read(trace, data), promises, size.of(5, 20), folder);
  }

  /** Half of the moments lie right behind a 200, half anywhere after the first one. */
  private static Images cut(
      List<DiskEvent> events, Collection<Promise> all, int moments, Path folder)
      throws IOException, SQLException {
    Map<String, Promise> byId = new HashMap<>();
    all.forEach(promise -> byId.put(promise.id(), promise));
    long answers = events.stream().filter(DiskEvent.Promised.class::isInstance).count();
    var random = new Random(11);
    var disk = new SimulatedDisk(random);
    var images = new Images();
    var promised = new ArrayList<Promise>();
    for (DiskEvent event : events) {
      disk.apply(event);
      double chance = moments / 2.0 / events.size();
      if (event instanceof DiskEvent.Promised(String id)) {
        promised.add(byId.getOrDefault(id, new Promise(id, -1, 0)));
        chance = moments / 2.0 / answers;
      }
      if (!promised.isEmpty() && random.nextDouble() < chance) {
        examine(disk, promised, images, folder);
      }
    }
    images.promises = promised.size();
    return images;
  }

  private static void examine(
      SimulatedDisk disk, List<Promise> promised, Images images, Path folder)
      throws IOException, SQLException {
    for (Unsynced unsynced : Unsynced.values()) {
      Path image = Files.createTempDirectory(folder, "image");
      disk.writeImage(unsynced, image);
      images.made++;
      Kept kept = Kept.in(image.resolve("ledger.db"), promised);
      if (!kept.everything()) {
        images.bad++;
        images.firstBad =
            images.firstBad.isEmpty() ? ", first: " + unsynced + ", " + kept : images.firstBad;
      }
      try (Stream<Path> files = Files.list(image)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
