package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Body;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Judged;
import webhookinspector.registry.Alert;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/** A secret, a signature, both or none, in each state of an inbox (threats A8, A9, A14, A15). */
class HandshakeStatesTest {

  private static final String BODY = "{\"events\":[]}";

  @TempDir Path folder;
  private Door door;
  private Secret own;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    own = door.newSecret();
  }

  @AfterEach
  void close() {
    door.close();
  }

  /** What is kept: its verdict, or nothing. {@code echo}: whether the secret came back. */
  @ParameterizedTest
  @CsvSource({
    // state, headers, status, echo, kept
    "none,      neither,   401, false, unsigned",
    "none,      secret,    401, false, refused",
    "none,      signature, 401, false, nosecret",
    "none,      both,      401, false, nosecret",
    "pending,   neither,   401, false, unsigned",
    "pending,   secret,    200, true,  pending",
    "pending,   signature, 200, false, nosecret",
    "pending,   both,      200, true,  pending",
    "confirmed, neither,   401, false, unsigned",
    "confirmed, secret,    200, true,  accepted",
    "confirmed, signature, 200, false, authentic",
    "confirmed, both,      200, false, authentic",
    "deleted,   neither,   404, false, ''",
    "deleted,   secret,    404, false, ''",
    "deleted,   signature, 404, false, ''",
    "deleted,   both,      404, false, ''",
  })
  void decideWhatAPostIs(String state, String headers, int status, boolean echo, String kept)
      throws IOException {
    Inbox inbox = in(state);
    Wire.Answer answer = Wire.ask(door.port(), Door.post(Door.path(inbox), BODY, lines(headers)));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header(Handshake.HEADER).isPresent()).isEqualTo(echo);
    assertThat(door.kept(inbox))
        .extracting(judged -> judged.judgement().word())
        .isEqualTo(kept.isEmpty() ? List.of() : List.of(kept));
    assertThat(door.kept(inbox)).allMatch(judged -> judged.answer() == status);
  }

  private Inbox in(String state) {
    Inbox inbox = door.newInbox();
    switch (state) {
      case "pending" -> {
        door.handshakes.open(inbox.name());
        door.handshakes.offer(inbox, own);
      }
      case "confirmed" -> {
        door.handshakes.open(inbox.name());
        door.handshakes.elect(inbox.name(), own);
      }
      case "deleted" -> door.registry.remove(inbox.name());
      default -> {}
    }
    return inbox;
  }

  private String[] lines(String headers) {
    var lines = new ArrayList<String>();
    if (headers.equals("secret") || headers.equals("both")) {
      lines.add("X-Hook-Secret: " + own.reveal());
    }
    if (headers.equals("signature") || headers.equals("both")) {
      lines.add("X-Hook-Signature: " + Signature.of(own, Body.of(BODY)).hex());
    }
    return lines.toArray(String[]::new);
  }

  @Test
  void neverLetASecretIntoTheLedger() throws IOException {
    Inbox settled = in("confirmed");
    Inbox pending = door.newInbox();
    door.handshakes.open(pending.name());
    Secret offered = door.newSecret();
    Secret strangers = door.newSecret();
    for (Inbox inbox : List.of(settled, pending)) {
      for (Secret secret : List.of(own, offered, strangers)) {
        Wire.ask(door.port(), handshake(inbox, secret));
        Wire.ask(
            door.port(),
            Door.signed(inbox, secret, BODY)
                .replace("Content-L", "x-hook-secret: " + secret.reveal() + "\r\nContent-L"));
      }
    }
    Wire.ask(
        door.port(), Door.post(Door.path(pending), BODY, "X-Hook-Secret: " + own.reveal() + "+"));

    assertThat(door.kept()).hasSize(13);
    for (Judged judged : door.kept()) {
      assertThat(judged.toString())
          .doesNotContain(own.reveal(), offered.reveal(), strangers.reveal());
      assertThat(judged.delivery().headers().first(Handshake.HEADER).orElseThrow())
          .matches("fingerprint:[0-9a-f]{12}");
    }
  }

  @Test
  void surviveTenThousandHijackersBetweenAThousandDeliveries() throws IOException {
    Inbox inbox = in("confirmed");
    try (Wire wire = Wire.to(door.port());
        Wire hijacker = Wire.to(door.port())) {
      for (int i = 0; i < 1_000; i++) {
        for (int j = 0; j < 10; j++) {
          hijacker.send(handshake(inbox, door.newSecret()));
        }
        wire.send(Door.signed(inbox, own, "{\"events\":[],\"n\":" + i + "}"));
        assertThat(wire.answer().status()).isEqualTo(200);
        for (int j = 0; j < 10; j++) {
          Wire.Answer answer = hijacker.answer();
          assertThat(answer.status()).isEqualTo(401);
          assertThat(answer.header(Handshake.HEADER)).isEmpty();
        }
      }
    }
    assertThat(door.kept(inbox).stream().filter(j -> j.judgement().believable())).hasSize(1_000);
    assertThat(door.secretsOf(inbox)).isEqualTo(Secrets.settled(own));
    assertThat(door.alerts()).hasSize(1);
  }

  @Test
  void failClosedAndLoudlyWhenTheSecretIsLost() throws IOException {
    Inbox inbox = in("confirmed");
    door.registry.save(inbox.with(Secrets.NONE));
    for (int i = 0; i < 100; i++) {
      assertThat(Wire.ask(door.port(), Door.signed(inbox, own, BODY)).status()).isEqualTo(401);
    }
    assertThat(door.kept(inbox)).hasSize(100).noneMatch(j -> j.judgement().believable());
    assertThat(door.alerts()).extracting(Alert::topic).containsExactly("no-secret");
  }

  @Test
  void judgeAgainWhatCameBeforeTheElection() throws IOException {
    Inbox inbox = door.newInbox();
    Secret rival = door.newSecret();
    door.handshakes.open(inbox.name());
    Wire.ask(door.port(), handshake(inbox, rival));
    Wire.ask(door.port(), handshake(inbox, own));
    assertThat(Wire.ask(door.port(), Door.signed(inbox, own, BODY)).status()).isEqualTo(200);
    assertThat(Wire.ask(door.port(), Door.signed(inbox, rival, BODY)).status()).isEqualTo(200);
    assertThat(door.kept(inbox))
        .extracting(j -> j.judgement().word())
        .containsExactly("pending", "pending", "nosecret", "nosecret");

    door.handshakes.elect(inbox.name(), own);

    assertThat(door.kept(inbox))
        .extracting(j -> j.judgement().word())
        .contains("authentic", "forged")
        .doesNotContain("nosecret");
  }

  @Test
  void believeADeliveryAtItsOwnInboxOnly() throws IOException {
    var inboxes = new ArrayList<Inbox>();
    for (int i = 0; i < 30; i++) {
      inboxes.add(door.settledInbox(door.newSecret()));
    }
    try (Wire wire = Wire.to(door.port())) {
      for (Inbox from : inboxes) {
        for (Inbox to : inboxes) {
          wire.send(Door.signed(to, secretOf(from), BODY));
          assertThat(wire.answer().status()).isEqualTo(from.equals(to) ? 200 : 401);
        }
      }
    }
  }

  @Test
  void keepEachReplayOfACapturedDelivery() throws IOException {
    Inbox inbox = in("confirmed");
    try (Wire wire = Wire.to(door.port())) {
      for (int i = 0; i < 1_000; i++) {
        wire.send(Door.signed(inbox, own, BODY));
      }
      for (int i = 0; i < 1_000; i++) {
        assertThat(wire.answer().status()).isEqualTo(200);
      }
    }
    assertThat(door.kept(inbox)).hasSize(1_000);
    assertThat(door.kept(inbox).stream().map(Judged::id).distinct()).hasSize(1_000);
  }

  private static Secret secretOf(Inbox inbox) {
    return Objects.requireNonNull(inbox.secrets().confirmed());
  }

  private static String handshake(Inbox inbox, Secret secret) {
    return Door.post(Door.path(inbox), "", "X-Hook-Secret: " + secret.reveal());
  }
}
