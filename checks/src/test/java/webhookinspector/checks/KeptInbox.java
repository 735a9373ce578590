package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.stream.Stream;
import webhookinspector.delivery.Body;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * An inbox with a secret, left by a run that kept its webhook.
 *
 * @param path of its address
 */
record KeptInbox(String path, Secret secret) {

  /** Leaves one in {@code home/data}. */
  static KeptInbox in(Path home) {
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS);
        Program listen = Programs.listen(home, asana, "--keep")) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1 && !listen.json("handshake").isEmpty());
      String path = asana.webhooks().getFirst().target().getPath();
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();
      return new KeptInbox(path, secretOf(home));
    }
  }

  private static Secret secretOf(Path home) {
    try (Registry registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
      return registry.inboxes().stream()
          .flatMap(inbox -> Stream.ofNullable(inbox.secrets().confirmed()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** As Asana would sign that body. */
  String signature(String body) {
    return Signature.of(secret, Body.of(body)).hex();
  }
}
