package webhookinspector.imports;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Delivery;
import webhookinspector.export.Withheld;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Origin;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/**
 * What we decide of an imported delivery. Whatever the file says of it is a claim; only a signature
 * with a secret that is known here is believed, and of an inbox of ours only its own.
 */
final class Believing {

  private final Function<InboxName, Optional<Inbox>> inboxes;
  private final @Nullable Secret given;
  private @Nullable Secret throwAway;

  /**
   * @param given one more secret that the operator vouches for, or null
   */
  Believing(Function<InboxName, Optional<Inbox>> inboxes, @Nullable Secret given) {
    this.inboxes = inboxes;
    this.given = given;
  }

  /** From now on, what is signed with it is believed: the operator asked for that. */
  void believe(Secret madeUp) {
    throwAway = madeUp;
  }

  Judgement judge(Claimed claimed) {
    Origin origin = claimed.origin();
    Judgement theirs = origin == null ? null : origin.judgement();
    if (theirs != null && theirs.handshake()) {
      return new Judgement(
          true,
          "refused",
          "imported: nobody can verify a handshake from a file" + said(theirs),
          false);
    }
    return judge(claimed.inbox(), claimed.delivery(), theirs);
  }

  private Judgement judge(InboxName inbox, Delivery delivery, @Nullable Judgement theirs) {
    if (delivery.headers().first(Signature.HEADER).filter(Withheld::is).isPresent()) {
      return not("unsigned", "its signature was withheld from the file", theirs);
    }
    Secret own = inboxes.apply(inbox).map(one -> one.secrets().confirmed()).orElse(null);
    Verdict verdict = verdict(delivery, own);
    if (verdict.believable() || own != null) {
      return judgement(verdict, theirs);
    }
    if (given != null && verdict(delivery, given).believable()) {
      return yes("signed with the secret that was given (" + given.fingerprint() + ")");
    }
    if (throwAway != null && verdict(delivery, throwAway).believable()) {
      return yes("signed with the made-up secret in the file's own head");
    }
    return verdict instanceof Verdict.NoSecret
        ? not("nosecret", "no secret of inbox " + inbox + " is known here", theirs)
        : judgement(verdict, theirs);
  }

  private static Verdict verdict(Delivery delivery, @Nullable Secret secret) {
    return Verdict.of(delivery.headers(), delivery.body(), secret);
  }

  private static Judgement judgement(Verdict verdict, @Nullable Judgement theirs) {
    return verdict.believable()
        ? yes(verdict.because())
        : not(verdict.word(), verdict.because(), theirs);
  }

  private static Judgement yes(String because) {
    return new Judgement(false, "authentic", "imported: " + because, true);
  }

  private static Judgement not(String word, String because, @Nullable Judgement theirs) {
    return new Judgement(false, word, "imported: " + because + said(theirs), false);
  }

  private static String said(@Nullable Judgement theirs) {
    return theirs == null ? "" : "; the file calls it " + theirs.word();
  }
}
