package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.delivery.Body;
import webhookinspector.event.Ref;
import webhookinspector.faults.FaultKind;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.web.AdminKey;
import webhookinspector.web.Search;
import webhookinspector.web.http.HttpAdmin;

/**
 * The whole way of a signature that does not match: a change at Asana, a delivery that goes wrong,
 * the receiver's port, and what {@code explain} makes of it.
 */
class MismatchCorpusTest {

  @TempDir static Path home;

  private static Simulator asana;
  private static Meddler meddler;
  private static Program listen;
  private static HttpAdmin admin;
  private static Ref task;
  private static int changes;

  @BeforeAll
  static void listen() throws IOException {
    asana = Simulator.start(SimulatorSettings.DEFAULTS.withClockSpeed(20));
    Ref other = asana.changes().createProject("Other");
    task = asana.changes().createTask(asana.project(), "Fix login");
    meddler = new Meddler();
    listen = Programs.listen(home, asana, other.gid(), "--public-url", meddler.address());
    meddler.leadsTo(listen.receiver());
    await().until(() -> asana.webhooks().size() == 2);
    var key = AdminKey.of(Files.readString(home.resolve("data/admin.key")).strip());
    admin = new HttpAdmin(URI.create(listen.ready().required("admin").asString()), key);
    await().until(() -> settled() == 2);
  }

  private static long settled() {
    return admin.inboxes().stream().filter(inbox -> inbox.fingerprint() != null).count();
  }

  @AfterAll
  static void stop() {
    admin.close();
    listen.close();
    meddler.close();
    asana.close();
  }

  static Stream<String> causes() {
    return MismatchCorpus.ways().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("causes")
  void isNamedWhateverAProxyDid(String cause) {
    meddler.next(Objects.requireNonNull(MismatchCorpus.ways().get(cause)));
    assertThat(explained().cause()).isEqualTo(cause);
  }

  static Stream<FaultKind> faults() {
    return MismatchCorpus.faults().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isNamedWhateverAsanaOrAStrangerSent(FaultKind kind) {
    asana.faults().inject(MismatchCorpus.once(kind));
    assertThat(explained().cause()).isEqualTo(MismatchCorpus.faults().get(kind));
  }

  @Test
  void isACorpusOfMoreThanTwenty() {
    assertThat(MismatchCorpus.ways()).hasSizeGreaterThanOrEqualTo(20);
  }

  /** Causes a delivery; what is said of it, which must never hold what would be right. */
  private static Explanation explained() {
    long before = admin.status().last();
    if (changes++ % 2 == 0) {
      asana.changes().complete(task);
    } else {
      asana.changes().reopen(task);
    }
    await().atMost(Duration.ofSeconds(40)).until(() -> !refusedBehind(before).isEmpty());
    DeliveryLine line = refusedBehind(before).getLast();
    Explanation explanation = admin.explain(line.id());
    Body body = admin.delivery(line.id()).body();
    for (Secret secret : meddler.secrets()) {
      assertThat(explanation.paragraphs().toString())
          .doesNotContain(secret.reveal())
          .doesNotContain(Signature.of(secret, body).hex());
    }
    return explanation;
  }

  private static List<DeliveryLine> refusedBehind(long position) {
    return admin.deliveries(new Search("verdict!=authentic", position, null, 10));
  }
}
