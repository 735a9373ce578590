package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Ref;
import webhookinspector.faults.Batching;
import webhookinspector.faults.CallFault;
import webhookinspector.faults.Faults;
import webhookinspector.faults.Parcel;
import webhookinspector.faults.Plan;
import webhookinspector.faults.StreamFault;
import webhookinspector.sender.Attempt;

/** That each decision of the faults' port is followed; the faults themselves are elsewhere. */
class FaultsSeamTest {

  private static final Duration NOW = Duration.ZERO;

  private final Receiver receiver = new Receiver();
  private Simulator simulator = start(Faults.NONE);
  private Asana asana = new Asana(simulator);

  private static Simulator start(Faults faults) {
    return Simulator.start(
        SimulatorSettings.DEFAULTS
            .stoppedAt(Instant.parse("2026-06-12T08:30:00Z"))
            .withFaults(faults));
  }

  private void misbehave(Faults faults) {
    close();
    simulator = start(faults);
    asana = new Asana(simulator);
  }

  @AfterEach
  void close() {
    simulator.close();
    asana.close();
  }

  private List<Attempt> oneTaskLater() {
    asana.createWebhook(simulator.project(), receiver.target());
    simulator.advance(Duration.ofMillis(500));
    simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.advance(Duration.ofSeconds(2));
    return simulator.attempts();
  }

  /** A plan for deliveries with events only. */
  private interface OfEvents extends Faults {
    Plan plan(Parcel parcel);

    @Override
    default Plan onDelivery(Parcel parcel) {
      return parcel.kind().equals("events") ? plan(parcel) : Plan.asMeant(parcel);
    }
  }

  @Test
  void losesADeliveryThatAsanaBelievesIn() {
    misbehave((OfEvents) parcel -> new Plan(List.of(), Plan.Belief.DELIVERED, "lost"));
    Attempt last = oneTaskLater().getLast();

    assertThat(receiver.events()).isEmpty();
    assertThat(last.delivered()).isTrue();
    assertThat(last.fault()).isEqualTo("lost");
    assertThat(last.answer().summary()).isEqualTo("not sent");
  }

  @Test
  void sendsTwice() {
    misbehave(
        (OfEvents)
            parcel ->
                new Plan(
                    List.of(Plan.Sending.of(parcel), Plan.Sending.of(parcel)),
                    Plan.Belief.BY_ANSWER,
                    "doubled"));
    oneTaskLater();
    assertThat(receiver.events()).hasSize(4);
  }

  @Test
  void sendsLate() {
    misbehave(
        (OfEvents)
            parcel ->
                new Plan(
                    List.of(
                        new Plan.Sending(parcel, Duration.ofMinutes(9), Plan.Manner.WHOLE, false)),
                    Plan.Belief.DELIVERED,
                    "late"));
    oneTaskLater();
    assertThat(receiver.events()).isEmpty();
    simulator.advance(Duration.ofMinutes(9));
    assertThat(receiver.events()).hasSize(2);
  }

  @Test
  void repeatsWhatArrived() {
    misbehave(
        (OfEvents)
            parcel ->
                new Plan(
                    List.of(Plan.Sending.of(parcel)),
                    parcel.retry() == 0 ? Plan.Belief.FAILED : Plan.Belief.BY_ANSWER,
                    "repeat"));
    oneTaskLater();
    simulator.advance(Duration.ofMinutes(1));
    assertThat(receiver.bodies().getLast()).isEqualTo(receiver.bodies().get(1));
    assertThat(receiver.events()).hasSize(4);
  }

  @Test
  void sendsAStrangersHandshakeFirstAndMindsOnlyTheOwn() {
    misbehave(
        new Faults() {
          @Override
          public Plan onDelivery(Parcel parcel) {
            Parcel stranger =
                parcel.with(Headers.of("X-Hook-Secret", "0".repeat(32)), parcel.body());
            return parcel.kind().equals("handshake")
                ? new Plan(
                    List.of(
                        new Plan.Sending(stranger, NOW, Plan.Manner.WHOLE, false),
                        Plan.Sending.of(parcel)),
                    Plan.Belief.BY_ANSWER,
                    "stranger")
                : Plan.asMeant(parcel);
          }
        });
    Asana.Answer created = asana.createWebhook(simulator.project(), receiver.target());
    assertThat(created.status()).isEqualTo(201);
    assertThat(receiver.secrets())
        .containsExactly("0".repeat(32), created.body().path("X-Hook-Secret").asString());
  }

  @Test
  void splitsBatches() {
    misbehave(
        new Faults() {
          @Override
          public Batching onBatch(String webhook, Batching normal) {
            return new Batching(normal.window(), 1);
          }
        });
    oneTaskLater();
    assertThat(receiver.deliveries()).hasSize(3);
  }

  @Test
  void cutsConnectionsAndDrips() {
    for (Plan.Manner manner : List.of(Plan.Manner.CUT, Plan.Manner.DRIPPING)) {
      misbehave(
          (OfEvents)
              parcel ->
                  new Plan(
                      List.of(new Plan.Sending(parcel, NOW, manner, true)),
                      Plan.Belief.BY_ANSWER,
                      "travel"));
      int before = receiver.events().size();
      boolean delivered = oneTaskLater().getLast().delivered();
      assertThat(delivered).isEqualTo(manner == Plan.Manner.DRIPPING);
      assertThat(receiver.events().size() - before).isEqualTo(delivered ? 2 : 0);
    }
  }

  @Test
  void expiresAndThinsOutStreams() {
    StreamFault[] fault = {new StreamFault.Omit(2)};
    misbehave(
        new Faults() {
          @Override
          public Optional<StreamFault> onPage(String resource) {
            return Optional.of(fault[0]);
          }
        });
    String path = "/events?resource=" + simulator.project().gid();
    String sync = asana.get(path).body().path("sync").asString();
    Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
    assertThat(asana.get(path + "&sync=" + sync).data()).hasSize(1);
    assertThat(task.name()).isEqualTo("Fix login");
    fault[0] = new StreamFault.Expire();
    assertThat(asana.get(path + "&sync=" + sync).status()).isEqualTo(412);
  }

  @Test
  void refusesCallsWithRetryAfter() {
    misbehave(
        new Faults() {
          @Override
          public Optional<CallFault> onCall(String method, String path) {
            return Optional.of(new CallFault.Refuse(429, Duration.ofSeconds(30)));
          }
        });
    Asana.Answer answer = asana.get("/users/me");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("30");
  }
}
