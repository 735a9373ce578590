package webhookinspector.inspection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/** Tries keys and bodies against one signature: one mistake first, then one of each. */
final class Trial {

  /** Nothing is wrong. */
  static final String NONE = "none";

  private final HeaderForm header;
  private final Body came;
  private final KnownSecret own;
  private final List<KnownSecret> others;

  Trial(HeaderForm header, Body came, KnownSecret own, List<KnownSecret> others) {
    this.header = header;
    this.came = came;
    this.own = own;
    this.others = others;
  }

  Optional<Diagnosis> result() {
    List<KeyForm> keys = KeyForm.of(own, others);
    List<BodyForm> bodies = BodyForm.of(came);
    return keys.stream()
        .flatMap(key -> matching(key, bodies.getFirst()))
        .findFirst()
        .or(() -> bodies.stream().flatMap(body -> matching(keys.getFirst(), body)).findFirst())
        .or(() -> both(keys, bodies))
        .map(found -> header.mistake() == null ? found : found.behind(header.mistake()));
  }

  private Optional<Diagnosis> both(List<KeyForm> keys, List<BodyForm> bodies) {
    if (!Diagnosis.affords(came, keys.size() * bodies.size())) {
      return Optional.empty();
    }
    return keys.stream()
        .flatMap(key -> bodies.stream().flatMap(body -> matching(key, body)))
        .findFirst();
  }

  private Stream<Diagnosis> matching(KeyForm key, BodyForm body) {
    return Diagnosis.matches(header.signature(), key.key(), body.body())
        ? Stream.of(together(key.mistake(), body.mistake()))
        : Stream.empty();
  }

  private static Diagnosis together(@Nullable Diagnosis key, @Nullable Diagnosis body) {
    if (key == null && body == null) {
      return new Diagnosis(NONE, "The signature matches this inbox's secret.");
    }
    if (key == null || body == null) {
      return key == null ? Objects.requireNonNull(body) : key;
    }
    return body.behind(key);
  }
}
