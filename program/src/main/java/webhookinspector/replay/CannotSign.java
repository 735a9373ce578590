package webhookinspector.replay;

import webhookinspector.inbox.InboxName;

/** The secret of an inbox is not here, so nothing can be signed with it. */
public final class CannotSign extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotSign(InboxName inbox) {
    super(
        "sign: own: inbox "
            + inbox.text()
            + " has no secret (expected: one that a handshake confirmed)\n"
            + "Use --sign throw-away.");
  }
}
