package webhookinspector.reconcile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Event;
import webhookinspector.inspection.Fingerprint;

/**
 * Events that one side told, each once however often it did, in the order in which they were told.
 */
final class Told {

  private final Map<Fingerprint, By> all = new LinkedHashMap<>();

  /**
   * An event, and who told it first.
   *
   * @param delivery its id, or null when it was asked for just now and is not kept
   */
  record By(Event event, @Nullable String delivery) {}

  /** One that does not say when it happened cannot be known again, so it counts on neither side. */
  void add(Event event, @Nullable String delivery) {
    Fingerprint.of(event)
        .ifPresent(fingerprint -> all.putIfAbsent(fingerprint, new By(event, delivery)));
  }

  boolean has(Fingerprint fingerprint) {
    return all.containsKey(fingerprint);
  }

  Map<Fingerprint, By> all() {
    return all;
  }
}
