package webhookinspector.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;

class OutgoingTest {

  private static final Headers CAME =
      Headers.of(
          "User-Agent", "Asana",
          "x-hook-signature", "old",
          "Cookie", "secret",
          "X-Hook-Signature", "older",
          "content-TYPE", "application/json");

  private final Outgoing copy =
      Outgoing.copyOf("01J", new Delivery(java.time.Instant.EPOCH, CAME, Body.of("{}")));

  @Test
  void carriesWhatAReceiverNeedsAndSaysThatItIsACopy() {
    assertThat(copy.headers().lines())
        .containsExactly(
            new Header("User-Agent", "Asana"),
            new Header("x-hook-signature", "old"),
            new Header("X-Hook-Signature", "older"),
            new Header("content-TYPE", "application/json"),
            new Header(Outgoing.MARKER, "01J"));
    assertThat(copy.marker()).isEqualTo("01J");
  }

  @Test
  void hasOneSignatureWhereItIsSignedAnew() {
    Outgoing signed = copy.signed("new").edited(Body.of("[]"));
    assertThat(signed.headers().lines())
        .containsExactly(
            new Header("User-Agent", "Asana"),
            new Header("X-Hook-Signature", "new"),
            new Header("content-TYPE", "application/json"),
            new Header(Outgoing.MARKER, "01J; signed-anew; edited"));
    assertThat(signed.body()).isEqualTo(Body.of("[]"));
  }

  @Test
  void getsASignatureWhereThereWasNone() {
    var bare =
        Outgoing.copyOf("01J", new Delivery(java.time.Instant.EPOCH, Headers.none(), Body.of("x")));
    assertThat(bare.signed("new").headers().all("X-Hook-Signature")).containsExactly("new");
  }

  @Test
  void isOfAPageOfTheStreamWhatAWebhookWouldHaveSent() {
    Body page = Body.of("{\"data\":[{\"action\":\"added\"}],\"sync\":\"a:0\",\"has_more\":false}");
    var judged =
        new Judged(
            new DeliveryId("01J9ZZZZZZ0000000000000001"),
            new InboxName("stream-1"),
            Source.STREAM,
            new Delivery(java.time.Instant.EPOCH, Headers.none(), page),
            new Judgement(false, "authentic", "", true),
            0);
    Outgoing polled = Outgoing.copyOf(judged);
    assertThat(polled.body()).isEqualTo(Body.of("{\"events\":[{\"action\":\"added\"}]}"));
    assertThat(polled.headers().lines())
        .containsExactly(
            new Header(Outgoing.MARKER, "01J9ZZZZZZ0000000000000001; edited"),
            new Header("Content-Type", "application/json"));
  }
}
