package webhookinspector.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.Timeline;

/** What was told of one thing; the components are those of {@link Timeline}. */
public record Happenings(
    List<Timeline.Happened> happened,
    Timeline.@Nullable Place older,
    long events,
    long tellings,
    long claims,
    boolean whole) {

  public Happenings {
    happened = List.copyOf(happened);
  }
}
