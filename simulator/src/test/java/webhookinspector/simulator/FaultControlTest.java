package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.faults.Fault;
import webhookinspector.faults.FaultKind;
import webhookinspector.faults.Scenario;

class FaultControlTest {

  private final Simulator simulator =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T08:30:00Z")));
  private final Asana control = new Asana(simulator.control(), "none");

  @AfterEach
  void close() {
    simulator.close();
    control.close();
  }

  private Asana.Answer post(String json) {
    return control.postRaw("/faults", "application/x-www-form-urlencoded", json);
  }

  @Test
  void injectsByOneTextOrByParts() {
    post("{\"fault\":\"lost:0.01,times=3\"}");
    Asana.Answer answer =
        post("{\"fault\":\"late\",\"probability\":0.5,\"times\":3,\"by\":\"PT1H\"}");

    assertThat(answer.data().path(0).path("fault").asString())
        .isEqualTo("late:0.5,times=3,by=PT1H");
    assertThat(answer.data().path(0).path("number").asInt()).isEqualTo(2);
    assertThat(simulator.faults().list())
        .extracting(each -> each.fault().text())
        .containsExactly("lost:0.01,times=3", "late:0.5,times=3,by=PT1H");
  }

  @Test
  void playsScenariosAndTellsWhichThereAre() {
    assertThat(post("{\"scenario\":\"tunnel-that-flaps\"}").data()).hasSize(6);
    Asana.Answer list = control.get("/faults");
    assertThat(list.data()).hasSize(6);
    assertThat(list.data().path(1).path("until").asString()).isEqualTo("2026-06-12T08:36:00.000Z");
    assertThat(list.body().path("kinds")).hasSize(FaultKind.values().length);
    assertThat(list.body().path("scenarios")).hasSize(Scenario.all().size());
  }

  @Test
  void takesOneAwayOrAll() {
    simulator.faults().inject(Fault.lost());
    simulator.faults().inject(Fault.late(Duration.ofMinutes(1)));
    simulator.faults().inject(Fault.cut());
    assertThat(control.delete("/faults/2").status()).isEqualTo(200);
    assertThat(control.delete("/faults/2").status()).isEqualTo(404);
    assertThat(control.get("/faults").data()).hasSize(2);
    assertThat(control.delete("/faults").status()).isEqualTo(200);
    assertThat(control.get("/faults").data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"fault":"lsot"}                     | fault: lsot (expected: one of lost,
          {"fault":"lost","times":0}           | times: 0 (expected: 1 or more)
          {"fault":"lost","often":true}        | often: unknown (expected: probability,
          {"fault":"lost","times":[1]}         | times:  (expected: a whole number)
          {"scenario":"rain"}                  | scenario: rain (expected: one of laptop-
          {"scenario":"late-201","times":2}    | times: beside a scenario (expected: nothing
          {"fault":"lost","scenario":"late-201"} | fault, scenario: both (expected: one
          {}                                   | fault, scenario: neither (expected: one
          []                                   | fault, scenario: neither (expected: one
          {"fault"                             | Could not parse request data, invalid JSON
          """)
  void refusesWhatMakesNoSense(String json, String message) {
    Asana.Answer answer = post(json);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).startsWith(message);
    assertThat(simulator.faults().list()).isEmpty();
  }
}
