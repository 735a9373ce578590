package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import webhookinspector.delivery.Body;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Judged;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/**
 * The ten defects of Asana's own samples, from which this program descends ({@code
 * Asana/devrel-examples}: {@code python/webhooks}, {@code python/webhooks_v5}, {@code
 * javascript/webhooks-nodejs}). None of them may come back.
 */
class AncestorDefectsTest {

  private static final String HEARTBEAT = "{\"events\":[]}";

  @TempDir Path folder;
  private Door door;
  private Inbox inbox;
  private Secret secret;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    inbox = door.newInbox();
    secret = door.newSecret();
    door.handshakes.open(inbox.name());
    door.handshakes.elect(inbox.name(), secret);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void noGetOnTheTunnelledPortChangesAnything() throws IOException {
    for (String path : List.of("/remove_all_webhooks", "/create_webhook", Door.path(inbox))) {
      Wire.Answer answer = ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer.status()).isIn(404, 405);
    }
    assertThat(door.registry.inboxes()).hasSize(1);
    assertThat(door.secretsOf(inbox)).isEqualTo(Secrets.settled(secret));
    assertThat(door.kept()).isEmpty();
  }

  @Test
  void noDebugPageTellsAStrangerWhatWentWrong() throws IOException {
    door.ledger.close(); // whatever comes now ends in an exception inside
    Wire.Answer answer = ask(signed(HEARTBEAT));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(answer.body()).isEmpty();
    assertThat(answer.head()).doesNotContainIgnoringCase("jetty", "exception", "ledger", "sqlite");
    door = reopened();
  }

  @Test
  void noHeaderIsPrintedToTheLogAndTheSecretLeastOfAll() throws IOException {
    var log = new ListAppender<ILoggingEvent>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    try {
      ask(handshake(secret));
      ask(handshake(door.newSecret()));
      ask(
          Door.post(
              Door.path(inbox),
              HEARTBEAT,
              "X-Hook-Secret: " + secret.reveal() + " ?",
              "Authorization: canary"));
      ask(Door.post(Door.path(inbox), HEARTBEAT, "X Hook-Secret: " + secret.reveal()));
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(secret.reveal()) || line.contains("canary"));
    assertThat(door.kept())
        .extracting(Judged::toString)
        .noneMatch(kept -> kept.contains(secret.reveal()));
  }

  @Test
  void eachInboxHasASecretOfItsOwnWhichSurvivesARestart() throws IOException {
    Inbox other = door.settledInbox(door.newSecret());
    door.close();
    door = reopened();

    assertThat(ask(signed(HEARTBEAT)).status()).isEqualTo(200);
    assertThat(ask(Door.signed(other, secret, HEARTBEAT)).status()).isEqualTo(401);
  }

  @Test
  void aSecondHandshakeDoesNotOverwriteTheSecret() throws IOException {
    Wire.Answer answer = ask(handshake(door.newSecret()));

    assertThat(answer.header(Handshake.HEADER)).isEmpty();
    assertThat(door.secretsOf(inbox)).isEqualTo(Secrets.settled(secret));
    assertThat(ask(signed(HEARTBEAT)).status()).isEqualTo(200);
  }

  @Test
  void aSecondHandshakeDoesNotEndInAnErrorOfOurs() throws IOException {
    assertThat(ask(handshake(door.newSecret())).status()).isEqualTo(401);
    Wire.Answer repeated = ask(handshake(secret));
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.header(Handshake.HEADER)).contains(secret.reveal());
  }

  @Test
  void theSignatureCoversTheBytesThatCameNotTheJsonWrittenAnew() throws IOException {
    for (String body :
        List.of(
            "{ \"events\" : [ ] }\r\n",
            "{\"events\":[],\"a\":1.10,\"a\":\"\\u00e9\"}",
            "{\"events\":[],\"big\":12345678901234567890}",
            "this is not JSON at all")) {
      assertThat(ask(signed(body)).status()).as(body).isEqualTo(200);
    }
  }

  @Test
  void aSignatureOfAnotherLengthIsRefusedLikeAnyOther() throws IOException {
    String right = Signature.of(secret, Body.of(HEARTBEAT)).hex();
    for (String other : List.of("", "0", right.substring(1), right + "0", right + right)) {
      String post = Door.post(Door.path(inbox), HEARTBEAT, "X-Hook-Signature: " + other);
      assertThat(ask(post).status()).as("%d digits", other.length()).isEqualTo(401);
    }
  }

  @Test
  void aPostWithNeitherHeaderGetsAnAnswer() throws IOException {
    assertThat(ask(Door.post(Door.path(inbox), HEARTBEAT)).status()).isEqualTo(401);
    assertThat(ask(Door.post(Door.path(inbox), "")).status()).isEqualTo(401);
  }

  @Test
  void theSecretLivesInOneFileThatOnlyItsOwnerReads() throws IOException {
    ask(handshake(secret));
    ask(signed(HEARTBEAT));
    door.kept();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.contains(secret.reveal())) {
          assertThat(file.getFileName().toString()).startsWith("registry.db");
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .isEqualTo("rw-------");
        }
      }
    }
    assertThat(Path.of(".env")).doesNotExist();
  }

  private Door reopened() {
    return Door.open(folder);
  }

  private String signed(String body) {
    return Door.signed(inbox, secret, body);
  }

  private String handshake(Secret offered) {
    return Door.post(Door.path(inbox), "", "X-Hook-Secret: " + offered.reveal());
  }

  private Wire.Answer ask(String bytes) throws IOException {
    return Wire.ask(door.port(), bytes);
  }
}
