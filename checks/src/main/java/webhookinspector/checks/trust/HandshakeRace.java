package webhookinspector.checks.trust;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** Strangers post secrets before, during and after a create call (threats A10). */
public final class HandshakeRace implements Check {

  private static final int CROWD = 4;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String name() {
    return "handshake-race";
  }

  @Override
  public String promise() {
    return "the secret of the 201 wins, whoever posts what and when; a settled inbox echoes no other";
  }

  /** What one run came to. */
  private record Run(boolean asanaWasHeard, boolean right, int strayEchoes) {}

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    int runs = size.of(10, 50);
    int rivals = size.of(40, 1_000);
    var clock = InstantSource.system();
    try (var registry = SqliteRegistry.open(folder.resolve("registry.db"));
        var ledger =
            SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock)) {
      var handshakes = new Handshakes(registry, ledger, registry::raise, clock);
      var ids = new DeliveryIds(clock, random);
      var intake = new Intake(registry, handshakes, ledger, ids, registry::raise, clock);
      try (var receiver = JettyReceiver.start(ReceiverSettings.on(0), intake)) {
        var all = new ArrayList<Run>();
        for (int i = 0; i < runs; i++) {
          all.add(race(receiver.port(), registry, handshakes, i % 10, rivals));
        }
        return outcome(all, rivals);
      }
    }
  }

  private static Outcome outcome(List<Run> all, int rivals) {
    long right = all.stream().filter(Run::right).count();
    long heard = all.stream().filter(Run::asanaWasHeard).count();
    int stray = all.stream().mapToInt(Run::strayEchoes).sum();
    return Outcome.of(
        right == all.size() && stray == 0 && heard >= all.size() * 2 / 5,
        "%d runs of 3 x %d rivals: the right end in %d (Asana heard in %d, else none elected), %d stray echoes"
            .formatted(all.size(), rivals, right, heard, stray));
  }

  /**
   * @param faster rivals that are sure to come before Asana once the call is open; from 8 on Asana
   *     cannot be heard, and nothing may be elected
   */
  private Run race(int port, Registry registry, Handshakes handshakes, int faster, int rivals)
      throws Exception {
    var name = new InboxName("race-" + random.nextInt(1 << 30));
    var inbox = new Inbox(name, InboxKey.random(random), Secrets.NONE, null);
    registry.save(inbox);
    String path = "/in/" + inbox.key().text();
    String asanas = secret();
    int stray = post(port, path, rivals);

    handshakes.open(name);
    post(port, path, faster);
    boolean heard;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      boolean early = faster % 2 == 0; // else among the crowd, who may be faster
      heard = early && ask(port, path, asanas);
      var crowd = new ArrayList<Future<Integer>>();
      for (int i = 0; i < CROWD; i++) {
        crowd.add(threads.submit(() -> post(port, path, rivals / CROWD)));
      }
      heard = early ? heard : ask(port, path, asanas);
      if (heard) {
        handshakes.elect(name, Secret.of(asanas)); // what the 201 says
      } else {
        handshakes.close(name); // Asana answers 400
      }
      for (Future<Integer> one : crowd) {
        one.get();
      }
    }
    stray += post(port, path, rivals);
    Secrets end = registry.find(name).orElseThrow().secrets();
    registry.remove(name);
    return new Run(
        heard, end.equals(heard ? Secrets.settled(Secret.of(asanas)) : Secrets.NONE), stray);
  }

  private static boolean ask(int port, String path, String secret) throws Exception {
    try (var asana = new Offers(port, path)) {
      return asana.echoes(secret);
    }
  }

  private int post(int port, String path, int rivals) throws Exception {
    int echoes = 0;
    try (var offers = new Offers(port, path)) {
      for (int i = 0; i < rivals; i++) {
        echoes += offers.echoes(secret()) ? 1 : 0;
      }
    }
    return echoes;
  }

  private String secret() {
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }
}
