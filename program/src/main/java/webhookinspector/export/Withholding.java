package webhookinspector.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import webhookinspector.delivery.Header;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Signature;

/**
 * Leaves out of headers what would open something for whoever has the file. A header stays where it
 * was, only its value is replaced: what came, in which order and how often, matters when something
 * is looked into.
 */
final class Withholding {

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i).*(authorization|cookie|token|secret|password|passwd|credential|api-?key|session).*");

  /** What the ledger holds in the place of a secret: not it, nor anything to guess it by. */
  private static final Set<String> MASKS = Set.of("fingerprint:", "unreadable:");

  /** Asking a pattern costs more than all else here, and names come again and again. */
  private static final int REMEMBERED = 1_000;

  private final boolean keepSignatures;
  private final Map<String, Boolean> credentials = new HashMap<>();

  Withholding(boolean keepSignatures) {
    this.keepSignatures = keepSignatures;
  }

  Parcel of(Parcel parcel) {
    List<Header> lines = parcel.judged().delivery().headers().lines();
    if (lines.stream().noneMatch(this::withheld)) {
      return parcel;
    }
    return parcel.with(
        lines.stream()
            .map(line -> withheld(line) ? new Header(line.name(), Withheld.MARK) : line)
            .toList());
  }

  private boolean withheld(Header line) {
    if (line.isNamed(Signature.HEADER)) {
      return !keepSignatures;
    }
    boolean masked =
        line.isNamed(Handshake.HEADER) && MASKS.stream().anyMatch(line.value()::startsWith);
    return !masked && isCredential(line.name());
  }

  private boolean isCredential(String name) {
    if (credentials.size() >= REMEMBERED) {
      credentials.clear();
    }
    return credentials.computeIfAbsent(name, one -> CREDENTIAL.matcher(one).matches());
  }
}
