package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.answers.Script;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Judged;
import webhookinspector.trust.Secret;

/** What is answered on purpose is kept all the same, and nothing unkept looks kept. */
class AnswersOnPurposeTest {

  @TempDir Path folder;

  private Door door;
  private Inbox inbox;
  private Secret secret;
  private int bodies;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    secret = door.newSecret();
    inbox = door.settledInbox(secret);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void follow(String script) {
    door.answers.follow(Script.parse(script, Duration.ZERO));
  }

  private Wire.Answer post() throws IOException {
    return Wire.ask(
        door.port(), Door.signed(inbox, secret, "{\"events\":[],\"n\":" + ++bodies + "}"));
  }

  @Test
  void keepsEachDeliveryWithTheAnswerThatItGot() throws Exception {
    follow("fail 2, then cut 1, then 204 1");
    assertThat(post().status()).isEqualTo(500);
    assertThat(post().status()).isEqualTo(500);
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(post().status()).isEqualTo(204);
    assertThat(post().status()).isEqualTo(200);
    assertThat(door.kept(inbox)).extracting(Judged::answer).containsExactly(500, 500, 0, 204, 200);
  }

  @Test
  void isLateOnlyOnceTheDeliveryIsKept() throws Exception {
    follow("ok 1 after 1s");
    long start = System.nanoTime();
    var posting = CompletableFuture.supplyAsync(this::postUnchecked);
    await().until(() -> door.kept(inbox).size() == 1);
    assertThat(posting.join().status()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(990).toNanos());
  }

  private Wire.Answer postUnchecked() {
    try {
      return post();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void spendsNoStepOnStrangersAndAnswersThemAsEver() throws Exception {
    follow("fail 1");
    String forged = Door.post(Door.path(inbox), "{}", "X-Hook-Signature: " + "0".repeat(64));
    assertThat(Wire.ask(door.port(), forged).status()).isEqualTo(401);
    assertThat(Wire.ask(door.port(), Door.post("/in/unknown", "{}")).status()).isEqualTo(404);
    assertThat(post().status()).isEqualTo(500);
  }

  @Test
  void answersAHandshakeAsEver() throws Exception {
    follow("fail");
    Inbox fresh = door.newInbox();
    door.handshakes.open(fresh.name());
    Secret offered = door.newSecret();
    String handshake = Door.post(Door.path(fresh), "", "X-Hook-Secret: " + offered.reveal());
    assertThat(Wire.ask(door.port(), handshake).header("X-Hook-Secret")).contains(offered.reveal());
  }

  @Test
  void neverTurnsWhatWasNotKeptIntoASuccess() throws Exception {
    follow("200");
    door.ledger.close();
    assertThat(post().status()).isEqualTo(503);
  }
}
