package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** SIGTERM while many deliveries are half way in, again and again on one folder. */
final class Drain {

  private static final int IN_FLIGHT = 200;

  private final Path data;
  private final Path aside;
  private final Random random = new Random(14);
  private final List<Promise> promises = new ArrayList<>();
  private final List<Long> endings = new ArrayList<>();
  private int badExits;
  private int cut;
  private long seed = 1_000_000;

  Drain(Path data, Path aside) {
    this.data = data;
    this.aside = aside;
  }

  void run() throws Exception {
    try (ReceiverProcess receiver = ReceiverProcess.start(data, aside)) {
      var stragglers = new ArrayList<Straggler>();
      for (int i = 0; i < IN_FLIGHT; i++) {
        stragglers.add(new Straggler(receiver.port(), seed++, random.nextInt(100, 3_000)));
      }
      try (var last = new Courier(receiver.port())) { // once it is answered, the heads were read
        last.send(Promise.body(seed++, 100));
      }
      long asked = System.nanoTime();
      receiver.askToEnd();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(0, 300));
      List<Promise> kept =
          stragglers.parallelStream().map(Straggler::finish).flatMap(Optional::stream).toList();
      badExits += receiver.awaitEnd() == 0 ? 0 : 1;
      endings.add((System.nanoTime() - asked) / 1_000_000);
      promises.addAll(kept);
      cut += IN_FLIGHT - kept.size();
      closeAll(stragglers);
    }
  }

  private static void closeAll(List<Straggler> stragglers) throws IOException {
    for (Straggler straggler : stragglers) {
      straggler.close();
    }
  }

  Stream<Promise> promises() {
    return promises.stream();
  }

  /** How many connections were cut instead of answered. */
  int cut() {
    return cut;
  }

  int badExits() {
    return badExits;
  }

  /** From the signal to the end of the process. */
  long slowestEndMillis() {
    return endings.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
