package webhookinspector.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

class LotTest {

  private static final Lot LOT = new Lot(7);

  private static Parcel parcel(int second) {
    return new Parcel(
        "1200000000000001",
        "events",
        0,
        Instant.EPOCH.plusSeconds(second),
        URI.create("http://127.0.0.1/in"),
        Headers.none(),
        Body.of(""));
  }

  @Test
  void isFair() {
    double[] lots = IntStream.range(0, 10_000).mapToDouble(i -> LOT.of(1, parcel(i))).toArray();
    for (int tenth = 0; tenth < 10; tenth++) {
      double from = tenth / 10.0;
      assertThat(IntStream.range(0, 10_000).filter(i -> lots[i] >= from && lots[i] < from + 0.1))
          .hasSizeBetween(880, 1_120);
    }
  }

  @Test
  void dependsOnTheDeliveryAndTheFaultAndNothingElse() {
    assertThat(LOT.of(1, parcel(3))).isEqualTo(new Lot(7).of(1, parcel(3)));
    assertThat(LOT.of(1, parcel(3))).isNotEqualTo(LOT.of(2, parcel(3)));
    assertThat(LOT.of(1, parcel(3))).isNotEqualTo(new Lot(8).of(1, parcel(3)));
  }
}
