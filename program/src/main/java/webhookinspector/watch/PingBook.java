package webhookinspector.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last ping through each address. For one thread at a time. */
final class PingBook {

  private final Map<String, SelfPing> pings = new TreeMap<>();

  /**
   * @param changed whether the address leads here now and did not before, or the other way
   */
  record Noted(SelfPing ping, boolean changed) {}

  /** Parameters as in {@link Watch#pinged}. */
  Noted note(Instant now, String address, @Nullable Long millis, @Nullable String because) {
    boolean ok = because == null;
    SelfPing before = pings.get(address);
    boolean changed = before == null ? !ok : before.ok() != ok;
    Instant since = before == null || changed ? now : before.since();
    var ping = new SelfPing(address, ok, now, since, millis, because);
    pings.put(address, ping);
    return new Noted(ping, changed);
  }

  void keepOnly(Set<String> addresses) {
    pings.keySet().retainAll(addresses);
  }

  /** When a ping last came back, if the last one of each address did. */
  Optional<Instant> last() {
    return pings.values().stream().allMatch(SelfPing::ok)
        ? pings.values().stream().map(SelfPing::at).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** By address. */
  List<SelfPing> all() {
    return List.copyOf(pings.values());
  }

  /** A line for each address that does not lead here. */
  List<String> troubles() {
    return pings.values().stream()
        .filter(ping -> !ping.ok())
        .map(p -> p.address() + " does not lead here since " + Spans.moment(p.since()))
        .toList();
  }
}
