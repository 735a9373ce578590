package webhookinspector.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.forward.TestTarget;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;
import webhookinspector.outbox.Attempt;

class AppRelayTest {

  private final List<Attempt> heard = new ArrayList<>();

  private AppRelay relay(String address, Set<Integer> ownPorts) {
    return new AppRelay(
        Target.parse(address),
        new SocketOutbound(new TargetPolicy(ownPorts, List.of())),
        InstantSource.system(),
        heard::add,
        Duration.ofMillis(300));
  }

  private static Judged kept(Headers headers) {
    return new Judged(
        new DeliveryId("01J9ZZ00000000000000000001"),
        new InboxName("board"),
        Source.WEBHOOK,
        new Delivery(Instant.EPOCH, headers, Body.of("{}")),
        new Judgement(false, "authentic", "signed", true),
        0);
  }

  @Test
  void endsInTimeForAsana() {
    try (var app = new TestTarget()) {
      app.behave(TestTarget.hanging());
      assertThat(relay(app.address(), Set.of()).ask(kept(Headers.none()), null)).isEmpty();
      assertThat(heard.getFirst().because()).contains("no whole answer in time");
    }
    assertThat(AppRelay.BUDGET).isLessThanOrEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void bringsNoCopyAndNothingToOurselves() {
    try (var app = new TestTarget()) {
      Headers marked = Headers.of("X-Inspector-Copy-Of", "01J9ZZ00000000000000000001");
      assertThat(relay(app.address(), Set.of()).ask(kept(marked), null)).isEmpty();
      int port = Target.parse(app.address()).port();
      assertThat(relay(app.address(), Set.of(port)).ask(kept(Headers.none()), null)).isEmpty();
      assertThat(heard.getLast().because()).startsWith("not sent: ");
      assertThat(app.got()).isEmpty();
    }
  }
}
