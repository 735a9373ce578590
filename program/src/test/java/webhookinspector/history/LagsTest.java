package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LagsTest {

  @Test
  void saysNothingOfNone() {
    Lags none = Lags.of(List.of());
    assertThat(none.count()).isZero();
    assertThat(none.p50()).isNull();
    assertThat(none.steps()).allSatisfy(step -> assertThat(step.count()).isZero());
  }

  @Test
  void namesTheSmallestThatSoManyDoNotPass() {
    Lags hundred = Lags.of(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(List.of(hundred.p50(), hundred.p90(), hundred.p99())).containsExactly(50L, 90L, 99L);
    assertThat(Lags.of(List.of(7L)).p99()).isEqualTo(7);
  }

  @Test
  void countsEachInTheStepBelowWhoseBoundItLies() {
    Lags some = Lags.of(List.of(-40L, 0L, 99L, 100L, 100L, 59_999L, 60_000L, 100_000_000_000L));
    assertThat(some.steps())
        .filteredOn(step -> step.count() > 0)
        .containsExactly(
            new Lags.Step(0L, 1),
            new Lags.Step(100L, 2),
            new Lags.Step(200L, 2),
            new Lags.Step(60_000L, 1),
            new Lags.Step(120_000L, 1),
            new Lags.Step(null, 1));
  }
}
