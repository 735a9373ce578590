package webhookinspector.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;

/**
 * What deliveries have in common, for charts; the component names are the JSON names. Only what can
 * be believed counts.
 *
 * @param looked how many deliveries that is from: the newest that match, {@value #MOST} at most
 * @param resources those with the most events, busiest first, {@value #BUSIEST} at most
 * @param actions likewise
 */
public record Overview(
    long looked, Lags lags, List<BusyResource> resources, List<BusyAction> actions) {

  /** Bounds what one look costs, whatever is kept. */
  public static final int MOST = 10_000;

  /** More bars than that are a table. */
  public static final int BUSIEST = 8;

  public Overview {
    resources = List.copyOf(resources);
    actions = List.copyOf(actions);
  }

  /**
   * The same, with the names that its resources lack.
   *
   * @param names by gid
   */
  public Overview named(Function<String, Optional<String>> names) {
    return new Overview(
        looked, lags, resources.stream().map(busy -> busy.named(names)).toList(), actions);
  }

  /**
   * @param resource with its name, where one of its events tells one
   */
  public record BusyResource(Ref resource, long events) {

    BusyResource named(Function<String, Optional<String>> names) {
      return resource.name() != null
          ? this
          : new BusyResource(
              new Ref(
                  resource.gid(),
                  resource.resourceType(),
                  resource.resourceSubtype(),
                  names.apply(resource.gid()).orElse(null)),
              events);
    }
  }

  /**
   * @param type of what changed, or null where the body does not tell
   * @param field that changed, or null
   */
  public record BusyAction(
      String action, @Nullable String type, @Nullable String field, long events) {}
}
