package webhookinspector.checks.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * A file system that finds an error in itself and makes itself read-only under traffic, as ext4
 * does with {@code errors=remount-ro}; then it is repaired and mounted again (H7).
 */
public final class ReadOnlyDisk implements Check {

  private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

  @Override
  public String name() {
    return "read-only-disk";
  }

  @Override
  public String promise() {
    return "a disk that turns read-only means 503 while reads go on, and nothing is lost";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("makes a file system; disk-full refuses in the small");
    }
    Path image = folder.resolve("disk.img");
    Path disk = Files.createDirectory(folder.resolve("disk"));
    if (!Tools.work("truncate", "-s", "64M", image.toString())
        || !Tools.work("mkfs.ext4", "-q", image.toString())
        || !mount(image, disk)) {
      return Outcome.skipped("this user may not mount a file system out of a file");
    }
    try {
      return run(image, disk, folder);
    } finally {
      Tools.unmount(disk);
    }
  }

  private static Outcome run(Path image, Path disk, Path aside) throws Exception {
    Path data = disk.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, aside);
        var traffic = new Traffic(receiver.port(), 4, 200, 3_000, 0)) {
      traffic.await(200, 200, 20_000);
      String some = traffic.promises().iterator().next().id();
      int readBefore = status(receiver.adminPort(), data, some);
      if (!breakIt(image)) {
        return Outcome.skipped("this kernel cannot be told to find an error in ext4");
      }
      boolean refused = traffic.await(503, 100, 20_000);
      long last = traffic.count(200);
      TimeUnit.SECONDS.sleep(3);
      long silently = traffic.count(200) - last;
      int readAfter = status(receiver.adminPort(), data, some);
      traffic.stop();
      receiver.kill();
      Tools.unmount(disk);
      Tools.work("e2fsck", "-fy", image.toString()); // its exit code tells that it mended something
      boolean mounted = mount(image, disk);
      boolean goesOn = mounted && startsAgain(data, aside);
      Kept kept = Kept.in(data.resolve("ledger.db"), traffic.promises());
      return Outcome.of(
          refused
              && silently == 0
              && readBefore == 200
              && readAfter == 200
              && goesOn
              && kept.everything(),
          "%d × 503, the slowest in %d ms, %d × 200 meanwhile; a read answered %d before and %d meanwhile; after the repair it %s; %s"
              .formatted(
                  traffic.count(503),
                  traffic.slowestRefusalMillis(),
                  silently,
                  readBefore,
                  readAfter,
                  goesOn ? "went on" : "did NOT go on",
                  kept));
    }
  }

  private static boolean mount(Path image, Path disk) throws InterruptedException {
    return Tools.work("mount", "-o", "loop,errors=remount-ro", image.toString(), disk.toString());
  }

  private static boolean startsAgain(Path data, Path aside) throws Exception {
    try (ReceiverProcess receiver = ReceiverProcess.start(data, aside);
        var traffic = new Traffic(receiver.port(), 1, 200, 300, 1_000_000)) {
      return traffic.await(200, 10, 20_000);
    }
  }

  /** Tells the kernel that this very file system has an error. */
  private static boolean breakIt(Path image) throws IOException {
    Path devices = Path.of("/sys/block");
    try (Stream<Path> all = Files.list(devices)) {
      for (Path device : all.toList()) {
        Path backing = device.resolve("loop").resolve("backing_file");
        if (Files.exists(backing) && Files.readString(backing).strip().equals(image.toString())) {
          Path trigger = Path.of("/sys/fs/ext4", device.getFileName() + "", "trigger_fs_error");
          if (Files.exists(trigger)) {
            Files.writeString(trigger, "1");
            return true;
          }
        }
      }
    }
    return false;
  }

  private static int status(int adminPort, Path data, String delivery)
      throws IOException, InterruptedException {
    var key = KEY.matcher(Files.readString(data.resolve("running.json")));
    if (!key.find()) {
      throw new IOException("running.json has no key");
    }
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:" + adminPort + "/api/v1/deliveries/" + delivery + "/raw"))
              .header("Authorization", "Bearer " + key.group(1))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
