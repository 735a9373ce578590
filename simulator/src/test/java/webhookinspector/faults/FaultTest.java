package webhookinspector.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void isReadBackFromItsText(FaultKind kind) {
    Fault fault = Fault.of(kind).after(Duration.ofMinutes(1)).lasting(Duration.ofHours(2));
    assertThat(Fault.parse(fault.text())).isEqualTo(fault);
    assertThat(Fault.parse(kind.word())).isEqualTo(Fault.of(kind));
  }

  @Test
  void saysAllThatCanBeSaidInOneLine() {
    Fault fault = Fault.parse("late:0.1,times=3,after=PT1S,lasting=PT2H,by=PT20M,on=events");
    assertThat(fault)
        .isEqualTo(
            Fault.late(Duration.ofMinutes(20))
                .withProbability(0.1)
                .times(3)
                .after(Duration.ofSeconds(1))
                .lasting(Duration.ofHours(2))
                .on("events"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lsot                     | fault: lsot (expected: one of lost, unreachable,
          ''                       | fault:  (expected: one of lost
          lost:2                   | probability: 2.0 (expected: above 0 to 1)
          lost:0                   | probability: 0.0 (expected: above 0 to 1)
          lost:NaN                 | probability: NaN (expected: above 0 to 1)
          lost:often               | probability: often (expected: above 0 to 1)
          lost,times=0             | times: 0 (expected: 1 or more)
          lost,times=many          | times: many (expected: a whole number)
          lost,times               | fault: lost,times (expected: NAME[:PROBABILITY][,KEY=VALUE]
          lost,colour=red          | colour: unknown (expected: probability, times,
          lost,by=PT1S             | by: PT1S (expected: none for lost)
          lost,amount=3            | amount: 3 (expected: none for lost)
          lost,after=-PT1S         | after: PT-1S (expected: zero to P366D)
          lost,lasting=PT0S        | lasting: PT0S (expected: more than zero, to P366D)
          lost,lasting=9h          | lasting: 9h (expected: a duration such as PT90S or PT8H)
          late,by=PT0S             | by: PT0S (expected: more than zero for late)
          lost,on=GET /tasks       | on: GET /tasks (expected: any, deliveries, events,
          stranger-after,on=events | on: events (expected: handshake)
          garbage,on=tasks         | on: tasks (expected: any, a method, a path or both
          split:0.5                | probability or times: set for split (expected: neither
          split,amount=0           | amount: 0 (expected: 1 or more)
          server-error,amount=200  | amount: 200 (expected: a status from 400 to 599)
          clock-jump,times=2       | probability or times: set for clock-jump (expected: neither
          """)
  void refusesWhatMakesNoSense(String text, String message) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "POST", "/webhooks", "POST /webhooks", "/", "POST /"})
  void coversCallsByMethodAndPath(String on) {
    Fault fault = Fault.garbage().on(on);
    assertThat(FaultScope.covers(fault, "POST", "/webhooks")).isTrue();
    assertThat(FaultScope.covers(fault, "POST", "/webhooks/12")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "/webhook", "GET /webhooks", "POST /tasks", "/webhooks/12"})
  void leavesOtherCallsAlone(String on) {
    assertThat(FaultScope.covers(Fault.garbage().on(on), "POST", "/webhooks")).isFalse();
  }
}
