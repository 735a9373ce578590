package webhookinspector.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagsTest {

  private final Lags lags = new Lags();

  @Test
  void hasNothingToSayBeforeTheFirst() {
    assertThat(lags.percentiles()).isNull();
    assertThat(lags.least()).isZero();
  }

  @Test
  void takesTheNearestRank() {
    for (int i = 100; i >= 1; i--) {
      lags.add(i);
    }
    assertThat(lags.percentiles()).isEqualTo(new Lag(100, 50, 90, 99, 100));
    assertThat(lags.least()).isEqualTo(1);
  }

  @Test
  void countsASingleOneForAll() {
    lags.add(-7);
    assertThat(lags.percentiles()).isEqualTo(new Lag(1, -7, -7, -7, -7));
  }

  @Test
  void forgetsTheOldest() {
    for (int i = 0; i < 1_500; i++) {
      lags.add(i < 500 ? 1_000_000 : 5);
    }
    assertThat(lags.percentiles()).isEqualTo(new Lag(1_000, 5, 5, 5, 5));
  }
}
