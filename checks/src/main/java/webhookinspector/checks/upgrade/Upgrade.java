package webhookinspector.checks.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;

/** Brings files of every earlier schema up to date, is killed meanwhile, and meets newer ones. */
public final class Upgrade implements Check {

  @Override
  public String name() {
    return "upgrade";
  }

  @Override
  public String promise() {
    return "files of every earlier schema are read, whenever it is killed; newer ones are left alone";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    var bad = new ArrayList<String>();
    int values = 0;
    for (Fixture fixture : Fixture.all()) {
      values += upgraded(fixture, Files.createTempDirectory(folder, "upgrade"), bad);
    }
    var downgrade = new Downgrade(folder);
    for (Store store : Store.values()) {
      downgrade.open(store);
    }
    var kills = new KilledSteps(folder);
    if (size == Size.FULL) {
      for (Store store : Store.values()) {
        downgrade.command(store, "list");
        downgrade.command(store, "serve", "--receiver-port", "0", "--admin-port", "0");
        downgrade.restore(store);
      }
      goesOnWhereTheOldestEnded(folder, bad);
      if (KilledSteps.canBe()) {
        kills.kill(Store.LEDGER, 16);
        kills.kill(Store.REGISTRY, 6);
        kills.kill(Store.OUTBOX, 6);
        if (kills.kills() < 20) { // or it would prove nothing
          bad.add("only " + kills.kills() + " kills struck");
        }
      }
    }
    bad.addAll(downgrade.bad());
    bad.addAll(kills.bad());
    return Outcome.of(
        bad.isEmpty(),
        String.format(
            Locale.ROOT,
            "%d files of earlier schemas: %d values, %s; %d newer files refused and untouched; "
                + "%d kills in the middle of it, %d of them before the copy was begun",
            Fixture.all().size(),
            values,
            bad.isEmpty() ? "0 lost" : "WRONG: " + String.join("; ", bad),
            downgrade.tried(),
            kills.kills(),
            kills.beforeTheCopy()));
  }

  /** Returns how many values were looked at. */
  private static int upgraded(Fixture fixture, Path folder, List<String> bad) throws Exception {
    Path file = fixture.layInto(folder);
    Contents old = Contents.of(file);
    int read = fixture.store().read(file);
    Contents now = Contents.of(file);
    if (read < rows(fixture.store(), old)) {
      bad.add(fixture.name() + ": only " + read + " of " + old.tables().keySet() + " are read");
    }
    if (old.lostIn(now) > 0 || now.schema() != fixture.store().newest()) {
      bad.add(fixture.name() + ": " + old.lostIn(now) + " values lost, schema " + now.schema());
    }
    if (!now.described().equals(fresh(fixture.store(), folder))) {
      bad.add(fixture.name() + ": other tables than in a new file");
    }
    return old.values();
  }

  /** Of the tables that the store's reading counts. */
  private static int rows(Store store, Contents contents) {
    List<String> counted =
        switch (store) {
          case LEDGER -> List.of("delivery", "judgement");
          case REGISTRY -> List.of("inbox", "secret", "alert", "gap", "marking", "saved_filter");
          case OUTBOX -> List.of("attempt", "target", "letter");
        };
    return counted.stream()
        .mapToInt(t -> contents.tables().getOrDefault(t, List.of()).size())
        .sum();
  }

  private static Map<String, String> fresh(Store store, Path folder) throws Exception {
    Path file = Files.createTempDirectory(folder, "fresh").resolve(store.word() + ".db");
    store.read(file);
    return new TreeMap<>(Contents.of(file).described());
  }

  /** The whole program on the oldest files: shows all, and takes a delivery to the old inbox. */
  private static void goesOnWhereTheOldestEnded(Path folder, List<String> bad) throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createFile(data.resolve("lock"));
    for (Store store : Store.values()) {
      new Fixture(store, 1).layInto(data);
    }
    int status;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var courier = new Courier(receiver.port())) {
      status = courier.send(Body.of("{\"events\":[],\"after\":\"the upgrade\"}")).status();
    }
    Run list = Run.of(folder, List.of("list", "--output", "json", "--data", data.toString()));
    long shown = list.output().lines().filter(line -> line.contains("\"receivedAt\"")).count();
    if (status != 200 || list.exit() != 0 || shown < 6) {
      bad.add("the oldest folder: " + status + ", then " + list.output());
    }
  }
}
