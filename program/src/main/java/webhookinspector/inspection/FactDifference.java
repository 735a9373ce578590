package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.Difference.Change;

/** What we know of two deliveries beside their bytes, as far as it differs. */
final class FactDifference {

  private record Fact(String name, Function<DeliveryLine, @Nullable Object> value) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact("inbox", DeliveryLine::inbox),
          new Fact("webhook", DeliveryLine::webhook),
          new Fact("source", DeliveryLine::source),
          new Fact("kind", DeliveryLine::kind),
          new Fact("verdict", DeliveryLine::verdict),
          new Fact("answer", DeliveryLine::answer),
          new Fact("size", DeliveryLine::size));

  private FactDifference() {}

  static List<Change> between(DeliveryLine a, DeliveryLine b) {
    var changes = new ArrayList<Change>();
    for (Fact fact : FACTS) {
      Object inA = fact.value.apply(a);
      Object inB = fact.value.apply(b);
      if (!Objects.equals(inA, inB)) {
        String what =
            inA == null ? Difference.ADDED : inB == null ? Difference.REMOVED : Difference.CHANGED;
        changes.add(new Change(what, fact.name, text(inA), text(inB)));
      }
    }
    return changes;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
