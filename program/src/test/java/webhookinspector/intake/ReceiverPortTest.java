package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Source;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** What a POST to an inbox comes to, over a real socket. */
class ReceiverPortTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final String HEARTBEAT = "{\"events\":[]}";

  @TempDir Path folder;
  private Door door;
  private Inbox inbox;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    inbox = door.settledInbox(SECRET);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void acknowledgesAnAuthenticDeliveryWithItsId() throws IOException {
    Wire.Answer answer = ask(Door.signed(inbox, SECRET, HEARTBEAT));

    assertThat(answer.status()).isEqualTo(200);
    Judged kept = only();
    assertThat(answer.header("X-Delivery-Id")).contains(kept.id().text());
    assertThat(kept.judgement().word()).isEqualTo("authentic");
    assertThat(kept.answer()).isEqualTo(200);
    assertThat(kept.delivery().body().text()).isEqualTo(HEARTBEAT);
  }

  @Test
  void takesACopyThatComesBackForACopyHoweverWellItIsSigned() throws IOException {
    ask(Door.signed(inbox, SECRET, HEARTBEAT));
    assertThat(only().source()).isEqualTo(Source.WEBHOOK);
    String edited = "{\"events\":[ ]}";
    ask(
        Door.post(
            Door.path(inbox),
            edited,
            "x-inspector-COPY-of: 01J9ZZ; edited",
            "X-Hook-Signature: " + Signature.of(SECRET, Body.of(edited)).hex()));
    Judged copy = door.kept().getLast();
    assertThat(copy.judgement().word()).isEqualTo("authentic");
    assertThat(copy.source()).isEqualTo(Source.REPLAY);
  }

  @Test
  void keepsHeadersInTheirOrderCaseAndNumber() throws IOException {
    ask(
        Door.post(
            Door.path(inbox),
            HEARTBEAT,
            "x-ODD-case: one",
            "Accept:  two  ",
            "X-Odd-Case: three",
            "accept: caf\u00e9",
            "content-type: Application/JSON; charset=UTF-8",
            "CONNECTION: Keep-Alive",
            "content-TYPE: application/json",
            "ACCEPT-encoding: GZIP",
            "accept-Encoding: gzip",
            "X-Empty:"));

    assertThat(only().delivery().headers())
        .containsExactly(
            new Header("Host", "inbox.example"),
            new Header("x-ODD-case", "one"),
            new Header("Accept", "two"),
            new Header("X-Odd-Case", "three"),
            new Header("accept", "caf\u00e9"),
            new Header("content-type", "Application/JSON; charset=UTF-8"),
            new Header("CONNECTION", "Keep-Alive"),
            new Header("content-TYPE", "application/json"),
            new Header("ACCEPT-encoding", "GZIP"),
            new Header("accept-Encoding", "gzip"),
            new Header("X-Empty", ""),
            new Header("Content-Length", "13"));
  }

  @Test
  void refusesWhatIsNotSignedByThisInboxsSecretAndQuarantinesIt() throws IOException {
    assertThat(ask(Door.post(Door.path(inbox), HEARTBEAT)).status()).isEqualTo(401);
    assertThat(ask(Door.signed(inbox, door.newSecret(), HEARTBEAT)).status()).isEqualTo(401);

    assertThat(door.kept())
        .extracting(judged -> judged.judgement().word())
        .containsExactly("unsigned", "forged");
    assertThat(door.kept()).extracting(Judged::answer).containsOnly(401);
  }

  @Test
  void answersManyDeliveriesOnOneConnection() throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      var ids = new ArrayList<String>();
      for (int i = 0; i < 50; i++) {
        wire.send(Door.signed(inbox, SECRET, "{\"events\":[],\"n\":" + i + "}"));
        ids.add(wire.answer().header("X-Delivery-Id").orElseThrow());
      }
      assertThat(ids).isSorted().doesNotHaveDuplicates();
      assertThat(door.kept()).extracting(judged -> judged.id().text()).isEqualTo(ids);
    }
  }

  @Test
  void answersPipelinedDeliveriesInTheirOrder() throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      wire.send(
          Door.signed(inbox, SECRET, "{\"n\":1}")
              + Door.post(Door.path(inbox), "{\"n\":2}")
              + Door.signed(inbox, SECRET, "{\"n\":3}"));

      assertThat(List.of(wire.answer().status(), wire.answer().status(), wire.answer().status()))
          .containsExactly(200, 401, 200);
    }
  }

  @Test
  void decodesChunksButChangesNoByte() throws IOException {
    String signature = Door.signed(inbox, SECRET, HEARTBEAT).lines().toList().get(2);
    Wire.Answer answer =
        ask(
            "POST "
                + Door.path(inbox)
                + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + signature
                + "\r\n\r\n5\r\n{\"eve\r\n8;x=y\r\nnts\":[]}\r\n0\r\nTrailer: 1\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(only().delivery().body().text()).isEqualTo(HEARTBEAT);
  }

  private Wire.Answer ask(String bytes) throws IOException {
    return Wire.ask(door.port(), bytes);
  }

  private Judged only() {
    assertThat(door.kept()).hasSize(1);
    return door.kept().getFirst();
  }
}
