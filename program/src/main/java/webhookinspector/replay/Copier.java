package webhookinspector.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.egress.Outgoing;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * Makes what is sent of a kept delivery: its bytes with its signature or, where somebody wanted
 * that, other bytes or another signature. Whatever is not as it came says so for ever.
 *
 * @param thrownAway the secret for {@link Signing#THROW_AWAY}, otherwise null
 */
record Copier(Registry registry, Signing signing, @Nullable Secret thrownAway) {

  /**
   * What goes out.
   *
   * @param signedWith null when it keeps the signature that it came with
   */
  record Copy(Outgoing outgoing, @Nullable Secret signedWith) {}

  /**
   * @param edited the body to send instead, or null
   * @throws CannotSign if it should be signed with a secret that is not here
   */
  Copy copy(Judged judged, @Nullable Body edited) {
    Outgoing asItCame = Outgoing.copyOf(judged);
    Body body = edited == null ? asItCame.body() : edited;
    boolean changed = !body.equals(asItCame.body());
    if (signing == Signing.AS_IT_CAME) {
      return new Copy(changed ? asItCame.edited(body) : asItCame, null);
    }
    Secret secret = thrownAway == null ? own(judged.inbox()) : thrownAway;
    String signature = Signature.of(secret, body).hex();
    if (!changed && asItCame.headers().all(Signature.HEADER).equals(List.of(signature))) {
      return new Copy(asItCame, secret);
    }
    Outgoing signed = asItCame.signed(signature);
    return new Copy(changed ? signed.edited(body) : signed, secret);
  }

  /** The confirmed secret of an inbox. */
  private Secret own(InboxName name) {
    Secret secret = registry.find(name).map(inbox -> inbox.secrets().confirmed()).orElse(null);
    if (secret == null) {
      throw new CannotSign(name);
    }
    return secret;
  }
}
