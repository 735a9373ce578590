package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;

/** A history that is opened before each test, and what is put into it. */
public abstract class HistoryFixture {

  static final Instant NOW = SampleDeliveries.START.plusSeconds(3_600);

  protected History history;

  /** An empty one at first; what was in it when opened again. */
  protected abstract History open();

  @BeforeEach
  void opens() {
    history = open();
  }

  @AfterEach
  void closes() {
    history.close();
  }

  List<Inspected> given(int count) {
    List<Inspected> some = new SampleDeliveries(42, 300).next(count);
    for (int from = 0; from < count; from += 100) {
      List<Inspected> batch = some.subList(from, Math.min(count, from + 100));
      assertThat(history.add(batch, positionOf(batch.getLast()))).hasSameSizeAs(batch);
    }
    return some;
  }

  static Position positionOf(Inspected inspected) {
    return new Position(inspected.line().position());
  }

  static Query query(String filter) {
    return new Query(FilterParser.parse(filter, NOW), null, null);
  }

  static Inspected like(DeliveryLine line, String verdict) {
    return new Inspected(line.judged(verdict, "judged again"), "some text");
  }
}
