package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.history.FilterParser;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

class ExpectationTest {

  private static final EventLine DONE = Examples.event("Ann completed “Fix login”", 0);
  private static final DeliveryLine THREE = Examples.delivery(1, DONE, DONE, DONE);

  private static Expectation of(String filter, int count) {
    return new Expectation(FilterParser.parse(filter, Instant.EPOCH), count);
  }

  @Test
  void countsEventsWhereTheFilterAsksAboutEvents() {
    var expectation = of("kind=events (action=changed or action=added)", 3);
    assertThat(expectation.offer(THREE)).isTrue();
    assertThat(expectation.isMet()).isTrue();
  }

  @Test
  void countsOnlyTheEventsThatMatch() {
    var other = new EventLine("added", DONE.resource(), null, null, null, null, "");
    var expectation = of("action=added", 2);
    expectation.offer(Examples.delivery(1, DONE, other, DONE));
    assertThat(expectation.count()).isEqualTo(1);
    assertThat(expectation.isMet()).isFalse();
  }

  @Test
  void countsDeliveriesWhereItDoesNot() {
    for (String filter :
        new String[] {"", "kind=events", "verdict=authentic since=1h", "\"Fix\""}) {
      var expectation = of(filter, 2);
      expectation.offer(THREE);
      assertThat(expectation.count()).as(filter).isEqualTo(1);
      expectation.offer(Examples.delivery(2, DONE));
      assertThat(expectation.isMet()).as(filter).isTrue();
    }
  }

  @Test
  void countsADeliveryWithoutEventsOnce() {
    var expectation = of("action=none", 1);
    expectation.offer(Examples.heartbeat(1));
    assertThat(expectation.isMet()).isTrue();
  }

  @Test
  void countsADeliveryOnceHoweverOftenItIsTold() {
    var expectation = of("", 3);
    assertThat(expectation.offer(THREE)).isTrue();
    assertThat(expectation.offer(THREE.judged("authentic", "later"))).isFalse();
    assertThat(expectation.count()).isEqualTo(1);
  }

  @Test
  void wantsNothingMoreOnceItIsMet() {
    var expectation = of("", 1);
    expectation.offer(THREE);
    assertThat(expectation.offer(Examples.heartbeat(2))).isFalse();
    assertThat(expectation.matches()).containsExactly(THREE);
  }
}
