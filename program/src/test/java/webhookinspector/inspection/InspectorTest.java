package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.history.HostileBodies;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;

class InspectorTest {

  private static final Judgement AUTHENTIC = new Judgement(false, "authentic", "signed", true);
  private static final Judgement FORGED = new Judgement(false, "forged", "wrong", false);

  private static Inspected inspect(Body body, Judgement judgement) {
    var judged =
        new Judged(
            new DeliveryId("01J00000000000000000000000"),
            new InboxName("board"),
            Source.WEBHOOK,
            new Delivery(Instant.parse("2026-06-12T08:00:00Z"), Headers.none(), body),
            judgement,
            200);
    return Inspector.inspect(new Position(7), judged, "77", Names.none());
  }

  private static DeliveryLine line(String body) {
    return inspect(Body.of(body), AUTHENTIC).line();
  }

  @Test
  void tellsTheKindsApart() {
    assertThat(line("{\"events\":[]}").kind()).isEqualTo("heartbeat");
    assertThat(line("{\"events\":[{\"action\":\"deleted\",\"resource\":{\"gid\":\"1\"}}]}").kind())
        .isEqualTo("events");
    assertThat(line("hello").kind()).isEqualTo("junk");
    var handshake = new Judgement(true, "accepted", "repeats the secret", true);
    DeliveryLine line = inspect(Body.of(""), handshake).line();
    assertThat(line.kind()).isEqualTo("handshake");
    assertThat(line.type()).isEqualTo("handshake");
    assertThat(line.because()).isEqualTo("repeats the secret");
  }

  @Test
  void keepsTheGidsDigitForDigit() {
    DeliveryLine line =
        line("{\"events\":[{\"action\":\"deleted\",\"resource\":12345678901234567890}]}");
    assertThat(line.events().getFirst().resource().gid()).isEqualTo("12345678901234567890");
  }

  @Test
  void saysWhyABodyIsNoDelivery() {
    assertThat(line("{\"events\":[],\"events\":[]}").because()).contains("a key stands twice");
  }

  @Test
  void letsWordsBeFoundInSentencesAndInTheBody() {
    String body =
        "{\"events\":[{\"action\":\"deleted\",\"resource\":{\"gid\":\"1\",\"x\":\"Café\"}}]}";
    assertThat(inspect(Body.of(body), AUTHENTIC).text())
        .contains("Asana deleted object 1")
        .endsWith(body);
  }

  @Test
  void keepsLittleOfWhatNobodyVouchesFor() {
    String body = "{\"events\":[" + "{\"resource\":1},".repeat(9_999) + "{\"resource\":2}]}";
    Inspected forged = inspect(Body.of(body), FORGED);
    assertThat(forged.line().events()).hasSize(Inspector.MOST_EVENTS_UNBELIEVED);
    assertThat(forged.line().because()).isEqualTo("wrong; 100 of its 10000 events are shown");
    assertThat(forged.text()).hasSizeLessThan(20_000);
    assertThat(inspect(Body.of(body), AUTHENTIC).line().events()).hasSize(10_000);
  }

  /** Threats B5 to B10: nothing thrown, and no body takes longer than the budget of 200 ms. */
  @Test
  void letsOnlyTextOfAnyLengthBeSearched() {
    Body text = Body.of("{\"events\":[],\"x\":\"" + "héllo ".repeat(4_000) + "\"}");
    assertThat(inspect(text, AUTHENTIC).text()).endsWith(text.text());
    byte[] bytes = new byte[200_000];
    int most = Inspector.MOST_TEXT_UNBELIEVED + 100;
    assertThat(inspect(Body.wrapping(bytes), AUTHENTIC).text()).hasSizeLessThan(most);
    new Random(1).nextBytes(bytes);
    assertThat(inspect(Body.wrapping(bytes), AUTHENTIC).text()).hasSizeLessThan(most);
  }

  @Test
  void readsHostileBodiesWithinItsBudget() {
    for (byte[] bytes : HostileBodies.all()) {
      Body body = Body.of(bytes);
      Inspected inspected = inspect(body, AUTHENTIC);
      assertThat(inspected.line().sha256()).isEqualTo(body.sha256());
      assertThat(quickestOfFive(body))
          .as(inspected.line().because())
          .isLessThan(Duration.ofMillis(200));
    }
  }

  /** The others were slowed down by the machine, not by the body. */
  private static Duration quickestOfFive(Body body) {
    return IntStream.range(0, 5)
        .mapToObj(
            i -> {
              long start = System.nanoTime();
              inspect(body, FORGED);
              return Duration.ofNanos(System.nanoTime() - start);
            })
        .min(Duration::compareTo)
        .orElseThrow();
  }
}
