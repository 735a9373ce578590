package webhookinspector.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/**
 * What one inbox knows of its secret, and the handshake rule over it. Immutable: each step gives
 * the state that follows.
 *
 * @param confirmed the one that the authenticated 201 named, or null before
 * @param candidates offered while a create call was open, in the order of arrival; at most {@value
 *     #MAX_CANDIDATES}
 * @param open whether a create call is open for this inbox, or the operator armed it by hand
 */
public record Secrets(@Nullable Secret confirmed, List<Secret> candidates, boolean open) {

  /**
   * More rivals than this are refused; Asana's own is then refused too and creation fails, which is
   * safe.
   */
  public static final int MAX_CANDIDATES = 8;

  /** Without a secret and without an open create call: nothing is believed, nothing is echoed. */
  public static final Secrets NONE = new Secrets(null, List.of(), false);

  public Secrets {
    candidates = List.copyOf(candidates);
  }

  /** With a secret that the 201 confirmed. */
  public static Secrets settled(Secret confirmed) {
    return new Secrets(confirmed, List.of(), false);
  }

  /** A create call begins; an inbox that has its secret stays as it is, for good. */
  public Secrets opened() {
    return confirmed != null ? this : new Secrets(null, candidates, true);
  }

  /** The create call failed: whatever was offered is worthless. */
  public Secrets closed() {
    return confirmed != null ? this : NONE;
  }

  /** The handshake rule. */
  public Handshake judge(Secret offered) {
    if (offered.equals(confirmed)) {
      return new Handshake.Accepted(offered);
    }
    if (confirmed != null) {
      return new Handshake.Refused("this inbox has its secret; a stranger offered another one");
    }
    if (!open) {
      return new Handshake.Refused("no create call is open for this inbox");
    }
    if (candidates.contains(offered)) {
      return new Handshake.Pending(offered, false);
    }
    if (candidates.size() >= MAX_CANDIDATES) {
      return new Handshake.Refused(
          MAX_CANDIDATES + " candidates are waiting already; somebody else posts to this address");
    }
    return new Handshake.Pending(offered, true);
  }

  /** With one more candidate. */
  public Secrets with(Secret candidate) {
    var more = new ArrayList<>(candidates);
    more.add(candidate);
    return new Secrets(confirmed, more, open);
  }

  /** The secret of the authenticated 201 settles it; see {@link #losers} for the others. */
  public Secrets elect(Secret fromThe201) {
    return confirmed != null ? this : settled(fromThe201);
  }

  /** The candidates that were not Asana's: each came from a stranger. */
  public List<Secret> losers(Secret fromThe201) {
    return candidates.stream().filter(candidate -> !candidate.equals(fromThe201)).toList();
  }

  /** The verdict on a delivery to this inbox, which never rests on a mere candidate. */
  public Verdict judge(Headers headers, Body body) {
    Verdict verdict = Verdict.of(headers, body, confirmed);
    return verdict instanceof Verdict.NoSecret && matchesACandidate(headers, body)
        ? new Verdict.NoSecret(
            "signed with a secret that waits for Asana's answer; it is judged again then")
        : verdict;
  }

  /**
   * Whether a delivery is signed with a candidate. Asana's first heartbeat may overtake the 201, so
   * such a delivery is worth keeping until the election.
   */
  public boolean matchesACandidate(Headers headers, Body body) {
    return candidates.stream()
        .anyMatch(candidate -> Verdict.of(headers, body, candidate).believable());
  }

  @Override
  public String toString() {
    return "Secrets[confirmed="
        + Objects.toString(confirmed)
        + ", candidates="
        + candidates.size()
        + ", open="
        + open
        + "]";
  }
}
