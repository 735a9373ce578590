package webhookinspector.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** What strangers, and whatever lies between Asana and a receiver, make of a parcel. */
final class Forger {

  private final long seed;
  private final Secret own;

  Forger(long seed) {
    this.seed = seed;
    this.own = Secret.of(hex(seed ^ 0x5742_4b5f_4641_4b45L));
  }

  private static String hex(long seed) {
    var random = new SplittableRandom(seed);
    return String.format("%016x%016x", random.nextLong(), random.nextLong());
  }

  /** A stranger's secret for the same target; another one for each kind of intrusion. */
  Parcel handshake(Parcel parcel, FaultKind kind) {
    String secret = hex(seed * 31 + parcel.at().toEpochMilli() * 31 + kind.name().hashCode());
    return parcel.with(
        Headers.of("Content-Type", "application/json", Handshake.HEADER, secret), parcel.body());
  }

  /** Another story, signed with the stranger's own secret. */
  Parcel forged(Parcel parcel) {
    String text = parcel.body().text();
    Body body =
        Body.of(
            text.contains("\"action\":\"")
                ? text.replaceAll("\"action\":\"[a-z]+\"", "\"action\":\"deleted\"")
                : text);
    return wronglySigned(parcel.with(parcel.headers(), body));
  }

  Parcel wronglySigned(Parcel parcel) {
    return resigned(parcel, old -> Signature.of(own, parcel.body()).hex());
  }

  /**
   * @param other null when nothing was signed before: then the signature is a stranger's
   */
  Parcel signedLike(Parcel parcel, @Nullable Parcel other) {
    return other == null
        ? wronglySigned(parcel)
        : resigned(parcel, old -> other.headers().first(Signature.HEADER).orElse(old));
  }

  static Parcel shouting(Parcel parcel) {
    return resigned(parcel, old -> old.toUpperCase(Locale.ROOT));
  }

  static Parcel truncated(Parcel parcel) {
    return resigned(parcel, old -> old.substring(0, old.length() / 2));
  }

  static Parcel unsigned(Parcel parcel) {
    List<Header> kept =
        parcel.headers().lines().stream().filter(line -> !line.isNamed(Signature.HEADER)).toList();
    return parcel.with(new Headers(kept), parcel.body());
  }

  private static Parcel resigned(Parcel parcel, UnaryOperator<String> change) {
    var lines = new ArrayList<Header>();
    for (Header line : parcel.headers()) {
      lines.add(
          line.isNamed(Signature.HEADER)
              ? new Header(line.name(), change.apply(line.value()))
              : line);
    }
    return parcel.with(new Headers(lines), parcel.body());
  }

  /** As many JSON libraries print it: a space after each colon and comma. */
  static Parcel rewritten(Parcel parcel) {
    String text = parcel.body().text();
    var out = new StringBuilder(text.length() + text.length() / 8);
    boolean inText = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        inText = !inText;
      } else if (!inText && (c == ':' || c == ',')) {
        out.append(' ');
      }
    }
    return parcel.with(parcel.headers(), Body.of(out.toString()));
  }
}
