package webhookinspector.handshakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.intake.Door;
import webhookinspector.intake.Wire;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.registry.Alert;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** The handshake rule at work, on real files (threats A8 to A11, I1). */
class HandshakesTest {

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
  private Door door;
  private Handshakes handshakes;
  private Inbox inbox;
  private Secret asanas;

  @BeforeEach
  void open() {
    reopen();
    inbox = door.newInbox();
    asanas = door.newSecret();
  }

  private void reopen() {
    door = Door.open(folder, ReceiverSettings.on(0), now::get);
    handshakes = door.handshakes;
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void refuseWithoutAnOpenCreateCall() {
    assertThat(offer(asanas)).isInstanceOf(Handshake.Refused.class);
    assertThat(secrets()).isEqualTo(Secrets.NONE);
  }

  @Test
  void haveACandidateOnDiskBeforeItIsEchoed() {
    handshakes.open(inbox.name());
    assertThat(offer(asanas)).isEqualTo(new Handshake.Pending(asanas, true));

    try (var copy = SqliteRegistry.open(copyOfTheRegistry())) {
      assertThat(copy.find(inbox.name()).orElseThrow().secrets())
          .isEqualTo(new Secrets(null, List.of(asanas), true));
    }
  }

  private Path copyOfTheRegistry() {
    try {
      Path copies = Files.createTempDirectory(folder, "copy");
      for (String name : List.of("registry.db", "registry.db-wal")) {
        if (Files.exists(folder.resolve(name))) {
          Files.copy(folder.resolve(name), copies.resolve(name));
        }
      }
      return copies.resolve("registry.db");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void echoARepeatedOfferAndRewriteNothing() {
    handshakes.open(inbox.name());
    offer(asanas);
    for (int i = 0; i < 100; i++) {
      assertThat(offer(asanas)).isEqualTo(new Handshake.Pending(asanas, false));
    }
    assertThat(handshakes.elect(inbox.name(), asanas)).isTrue();
    for (int i = 0; i < 100; i++) {
      assertThat(offer(asanas)).isEqualTo(new Handshake.Accepted(asanas));
    }
    assertThat(secrets()).isEqualTo(Secrets.settled(asanas));
  }

  @Test
  void letThe201ElectTheTrueOneAmongRivalsInEveryPlace() {
    for (int run = 0; run < 200; run++) {
      Inbox fresh = door.newInbox();
      Secret own = door.newSecret();
      handshakes.open(fresh.name());
      for (int place = 0; place < 8; place++) {
        handshakes.offer(fresh, place == run % 8 ? own : door.newSecret());
      }
      assertThat(handshakes.offer(fresh, door.newSecret())).isInstanceOf(Handshake.Refused.class);
      assertThat(handshakes.elect(fresh.name(), own)).isTrue();
      assertThat(door.secretsOf(fresh)).isEqualTo(Secrets.settled(own));
      door.registry.remove(fresh.name());
    }
  }

  @Test
  void tellOfTheLosersWithoutTellingTheirSecrets() {
    Secret rival = door.newSecret();
    handshakes.open(inbox.name());
    offer(rival);
    offer(asanas);
    handshakes.elect(inbox.name(), asanas);

    assertThat(door.alerts()).hasSize(1);
    Alert alert = door.alerts().getFirst();
    assertThat(alert.topic()).isEqualTo("stranger-handshake");
    assertThat(alert.inbox()).isEqualTo(inbox.name());
    assertThat(alert.message())
        .contains(rival.fingerprint())
        .doesNotContain(rival.reveal(), asanas.fingerprint());
  }

  @Test
  void neverChangeTheSecretOfASettledInbox() {
    handshakes.open(inbox.name());
    handshakes.elect(inbox.name(), asanas);

    assertThat(offer(door.newSecret())).isInstanceOf(Handshake.Refused.class);
    assertThatIllegalStateException().isThrownBy(() -> handshakes.open(inbox.name()));
    assertThatIllegalStateException()
        .isThrownBy(() -> handshakes.arm(inbox.name(), Duration.ofSeconds(9)));
    assertThatIllegalStateException()
        .isThrownBy(() -> handshakes.elect(inbox.name(), door.newSecret()));
    handshakes.close(inbox.name());
    assertThat(handshakes.settle(inbox.name())).contains(asanas);
    assertThat(secrets()).isEqualTo(Secrets.settled(asanas));
  }

  @Test
  void electBeforeAsanasHandshakeWasSeenAndSaySo() {
    handshakes.open(inbox.name());
    assertThat(handshakes.elect(inbox.name(), asanas)).isFalse();
    assertThat(secrets()).isEqualTo(Secrets.settled(asanas));
  }

  @Test
  void forgetEverythingWhenTheCreateCallFails() {
    handshakes.open(inbox.name());
    offer(asanas);
    handshakes.close(inbox.name());

    assertThat(secrets()).isEqualTo(Secrets.NONE);
    assertThat(offer(asanas)).isInstanceOf(Handshake.Refused.class);
  }

  @Test
  void closeTheWindowAfterAMinuteThoughTheCreateCallHangs() {
    handshakes.open(inbox.name());
    pass(Duration.ofSeconds(59));
    assertThat(offer(asanas)).isInstanceOf(Handshake.Pending.class);
    pass(Duration.ofSeconds(1));
    assertThat(offer(asanas)).isInstanceOf(Handshake.Refused.class);
    assertThat(offer(door.newSecret())).isInstanceOf(Handshake.Refused.class);
    assertThat(secrets().confirmed()).isNull();
  }

  @Test
  void tellOfAFloodOfStrangersOnceAMinute() {
    for (int i = 0; i < 1_000; i++) {
      offer(door.newSecret());
    }
    assertThat(door.alerts()).hasSize(1);
    pass(Duration.ofSeconds(61));
    offer(door.newSecret());
    assertThat(door.alerts()).hasSize(2);
    assertThat(door.alerts().getFirst().message()).contains("999 more");
  }

  @Test
  void neverShareASecretBetweenTwoInboxes() {
    Inbox other = door.settledInbox(door.newSecret());
    Secret others = Objects.requireNonNull(other.secrets().confirmed());
    handshakes.open(inbox.name());

    assertThat(offer(others)).isInstanceOf(Handshake.Refused.class);
    assertThat(secrets().candidates()).isEmpty();
  }

  @Test
  void electTheOnlyOfferToAnArmedInboxWhenItsTimeIsOver() {
    handshakes.arm(inbox.name(), Duration.ofMillis(200));
    offer(asanas);
    await().untilAsserted(() -> assertThat(secrets()).isEqualTo(Secrets.settled(asanas)));
  }

  @Test
  void electNoneOfSeveralOffersToAnArmedInbox() {
    handshakes.arm(inbox.name(), Duration.ofSeconds(60));
    offer(asanas);
    offer(door.newSecret());

    assertThat(handshakes.settle(inbox.name())).isEmpty();
    assertThat(secrets()).isEqualTo(Secrets.NONE);
    assertThat(door.alerts().getFirst().message()).startsWith("2 secrets were offered");
  }

  @Test
  void armForAMinuteAtMost() {
    for (Duration odd : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(61))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> handshakes.arm(inbox.name(), odd))
          .withMessageContaining("(expected: 1 to 60 s)");
    }
  }

  @Test
  void findWhatWasUndecidedAfterARestartAndAcceptNothingForIt() {
    handshakes.open(inbox.name());
    offer(asanas);
    door.close();
    reopen();

    assertThat(handshakes.unfinished()).extracting(Inbox::name).containsExactly(inbox.name());
    assertThat(offer(asanas)).isInstanceOf(Handshake.Refused.class);
    assertThat(offer(door.newSecret())).isInstanceOf(Handshake.Refused.class);

    assertThat(handshakes.settle(inbox.name())).contains(asanas);
    assertThat(handshakes.unfinished()).isEmpty();
  }

  @Test
  void electNothingAfterARestartWhenThereWereRivals() {
    handshakes.open(inbox.name());
    offer(asanas);
    offer(door.newSecret());
    door.close();
    reopen();

    assertThat(handshakes.settle(inbox.name())).isEmpty();
    assertThat(secrets()).isEqualTo(Secrets.NONE);
    assertThat(handshakes.unfinished()).isEmpty();
  }

  @Test
  void judgeAgainAfterARestartWhatCameBeforeIt() throws Exception {
    door.registry.save(
        inbox.with(
            new OwnWebhook(
                "12", URI.create("https://example.test/in/x"), List.of(), null, now.get(), true)));
    handshakes.open(inbox.name());
    offer(asanas);
    var answer = Wire.ask(door.port(), Door.signed(inbox, asanas, "{\"events\":[]}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(door.kept(inbox).getFirst().judgement().word()).isEqualTo("nosecret");
    door.close();
    pass(Duration.ofHours(2));
    reopen();

    handshakes.settle(inbox.name());
    assertThat(door.kept(inbox).getFirst().judgement().word()).isEqualTo("authentic");
  }

  private Handshake offer(Secret secret) {
    return handshakes.offer(inbox, secret);
  }

  private Secrets secrets() {
    return door.secretsOf(inbox);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
