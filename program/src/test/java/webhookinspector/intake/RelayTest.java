package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.answers.AppRelay;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.forward.TestTarget;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Judged;
import webhookinspector.outbox.Attempt;
import webhookinspector.trust.Secret;

/** Somebody's app answers Asana, through the real port. */
class RelayTest {

  @TempDir Path folder;

  private final TestTarget app = new TestTarget();
  private final List<Attempt> heard = new CopyOnWriteArrayList<>();
  private Door door;
  private Inbox inbox;
  private Secret secret;

  @BeforeEach
  void open() {
    var outbound = new SocketOutbound(new TargetPolicy(Set.of(), List.of()));
    Target target = Target.parse(app.address());
    door = Door.open(folder, new AppRelay(target, outbound, InstantSource.system(), heard::add));
    secret = door.newSecret();
    inbox = door.settledInbox(secret);
  }

  @AfterEach
  void close() {
    door.close();
    app.close();
  }

  private Wire.Answer post(String body) throws IOException {
    return Wire.ask(door.port(), Door.signed(inbox, secret, body));
  }

  private static String event(int gid) {
    return "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"" + gid + "\"}}]}";
  }

  @Test
  void bringsTheAppsAnswerBackOnceTheDeliveryIsKept() throws Exception {
    app.behave(
        exchange -> exchange.sendResponseHeaders(door.kept(inbox).isEmpty() ? 418 : 503, -1));
    assertThat(post(event(1)).status()).isEqualTo(503);
    app.behave(TestTarget.answering(204));
    assertThat(post(event(2)).status()).isEqualTo(204);
    assertThat(door.kept(inbox)).extracting(Judged::answer).containsExactly(503, 204);
    assertThat(app.got().getFirst().header("X-Hook-Signature")).matches("[0-9a-f]{64}");
    assertThat(heard).extracting(Attempt::status).containsExactly(503, 204);
    assertThat(heard).allMatch(attempt -> attempt.source() == Attempt.Source.RELAY);
  }

  @Test
  void answersItselfWhenTheAppDoesNot() throws Exception {
    app.stop();
    assertThat(post(event(1)).status()).isEqualTo(200);
    assertThat(door.kept(inbox)).extracting(Judged::answer).containsExactly(200);
    assertThat(heard.getFirst().because()).contains("nothing listens", "our own answer");
  }

  @Test
  void asksTheAppNothingOnBehalfOfAStranger() throws Exception {
    String forged = Door.post(Door.path(inbox), event(1), "X-Hook-Signature: " + "0".repeat(64));
    assertThat(Wire.ask(door.port(), forged).status()).isEqualTo(401);
    String offer = Door.post(Door.path(inbox), "", "X-Hook-Secret: " + door.newSecret().reveal());
    assertThat(Wire.ask(door.port(), offer).status()).isEqualTo(401);
    door.ledger.close();
    assertThat(post(event(1)).status()).isEqualTo(503);
    assertThat(app.got()).isEmpty();
  }

  @Test
  void bringsWhatTheAppHasTakenToItOnlyOnce() throws Exception {
    app.behave(TestTarget.answering(500));
    post(event(1));
    app.behave(TestTarget.answering(200));
    assertThat(post(event(1)).status()).isEqualTo(200);
    assertThat(post(event(1)).status()).isEqualTo(200);
    assertThat(app.got()).hasSize(2);
    assertThat(door.kept(inbox)).hasSize(3);
    post("{\"events\":[]}");
    post("{\"events\":[]}");
    assertThat(app.got()).as("heartbeats are all alike").hasSize(4);
  }

  private Wire.Answer offer(Inbox fresh, Secret offered) throws IOException {
    return Wire.ask(
        door.port(), Door.post(Door.path(fresh), "", "X-Hook-Secret: " + offered.reveal()));
  }

  private Inbox opened() {
    Inbox fresh = door.newInbox();
    door.handshakes.open(fresh.name());
    return fresh;
  }

  @Test
  void letsTheAppShakeHands() throws Exception {
    app.behave(
        exchange -> {
          String offered = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
          exchange.getResponseHeaders().add("X-Hook-Secret", offered);
          exchange.sendResponseHeaders(200, -1);
        });
    Inbox fresh = opened();
    Secret offered = door.newSecret();
    Wire.Answer answer = offer(fresh, offered);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Hook-Secret")).contains(offered.reveal());
    assertThat(door.secretsOf(fresh).candidates()).containsExactly(offered);
  }

  @Test
  void echoesNothingThatTheAppDoesNotEchoToTheLetter() throws Exception {
    for (String echo : List.of("", "another-secret-of-the-app", "x\u00e9y", "a".repeat(600))) {
      app.behave(
          exchange -> {
            if (!echo.isEmpty()) {
              exchange.getResponseHeaders().add("X-Hook-Secret", echo);
            }
            exchange.sendResponseHeaders(200, -1);
          });
      Inbox fresh = opened();
      Secret offered = door.newSecret();
      Wire.Answer answer = offer(fresh, offered);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.all("X-Hook-Secret")).as(echo).isEmpty();
      assertThat(door.secretsOf(fresh).candidates()).containsExactly(offered);
    }
  }

  @Test
  void shakesHandsItselfWhenTheAppDoesNotAnswer() throws Exception {
    app.stop();
    Secret offered = door.newSecret();
    assertThat(offer(opened(), offered).header("X-Hook-Secret")).contains(offered.reveal());
  }
}
