package webhookinspector.faults;

import java.util.List;
import java.util.Set;

/** What a fault is on. */
final class FaultScope {

  static final String ANY = "any";

  private static final String DELIVERIES = "deliveries";
  private static final String HANDSHAKE = "handshake";
  private static final Set<String> DELIVERY_WORDS =
      Set.of(ANY, DELIVERIES, "events", "heartbeat", HANDSHAKE);
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  private FaultScope() {}

  static boolean fits(FaultKind kind, String on) {
    return switch (kind.stage()) {
      case DELIVERY -> DELIVERY_WORDS.contains(on) || isGid(on);
      case HANDSHAKE -> on.equals(HANDSHAKE);
      case CALL -> on.equals(ANY) || isCall(on);
      case CLOCK -> on.equals(ANY);
      case BATCH, DELETION, STREAM -> on.equals(ANY) || isGid(on);
    };
  }

  static String expected(FaultKind kind) {
    return switch (kind.stage()) {
      case DELIVERY -> "any, deliveries, events, heartbeat, handshake or a webhook's gid";
      case HANDSHAKE -> "handshake";
      case CALL -> "any, a method, a path or both, such as POST /webhooks";
      case CLOCK -> "any";
      case BATCH, DELETION -> "any or a webhook's gid";
      case STREAM -> "any or a resource's gid";
    };
  }

  private static boolean isGid(String on) {
    return !on.isEmpty() && on.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isCall(String on) {
    String[] parts = on.split(" ", -1);
    return switch (parts.length) {
      case 1 -> METHODS.contains(on) || on.startsWith("/");
      case 2 -> METHODS.contains(parts[0]) && parts[1].startsWith("/");
      default -> false;
    };
  }

  static boolean covers(Fault fault, Parcel parcel) {
    boolean handshake = parcel.kind().equals(HANDSHAKE);
    return switch (fault.on()) {
      case ANY -> true;
      case DELIVERIES -> !handshake;
      case String on -> on.equals(parcel.kind()) || on.equals(parcel.webhook());
    };
  }

  /** A webhook or a resource. */
  static boolean covers(Fault fault, String gid) {
    return fault.on().equals(ANY) || fault.on().equals(gid);
  }

  static boolean covers(Fault fault, String method, String path) {
    String on = fault.on();
    int space = on.indexOf(' ');
    String wantedMethod = space > 0 ? on.substring(0, space) : METHODS.contains(on) ? on : "";
    String wantedPath = on.substring(Math.max(on.indexOf('/'), 0));
    boolean anyPath = !on.contains("/");
    return on.equals(ANY)
        || ((wantedMethod.isEmpty() || wantedMethod.equals(method))
            && (anyPath || path.equals(wantedPath) || path.startsWith(below(wantedPath))));
  }

  private static String below(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
