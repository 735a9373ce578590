package webhookinspector.conform;

/**
 * The classic mistakes in receivers of webhooks. Every check points to one, with the way to mend
 * it.
 */
public enum Mistake {
  HANDSHAKE_REFUSED(
      "handshake refused",
      "Look for X-Hook-Secret before anything else: before the signature, authentication, CSRF"
          + " filters and body parsers. If it is there, answer 200 with the same header and stop."),
  ECHO_MISSING(
      "header not echoed",
      "Set the response header X-Hook-Secret to the very value that came, before the status is"
          + " sent. If your code does, look for a relay in between that drops response headers."),
  ANY_SECRET_ACCEPTED(
      "any secret accepted",
      "Once a webhook has its secret, answer a handshake with another one by 401, without the"
          + " header, and keep the old secret. A repeat of the same secret may be echoed again."),
  UNASKED_HANDSHAKE_ACCEPTED(
      "first writer takes over",
      "Accept handshakes only while your own create call is open, and trust a secret only once it"
          + " equals X-Hook-Secret in the authenticated 201 of that call."),
  SINGLE_THREADED(
      "single-threaded create",
      "Serve several connections at once, and never make the create call on the thread that must"
          + " answer the handshake: Asana calls you while it is open."),
  SECRET_LOST(
      "secret lost on restart",
      "Write the secret to disk, synced, before you echo it, and read it back at the start."
          + " Asana never sends it again."),
  DELIVERY_REFUSED(
      "genuine delivery refused",
      "Compute HMAC-SHA256 over the raw body bytes, keyed with the text of the secret (do not"
          + " decode its hex), and compare with X-Hook-Signature as 64 lower-case hex digits."),
  RESERIALISED_BODY(
      "re-serialised body",
      "Take the raw bytes of the body before any parser touches them, and compute the signature"
          + " over those. Express: express.raw(); Flask: request.get_data(); Spring: byte[]."),
  FORGERY_ACCEPTED(
      "forged delivery accepted",
      "Refuse with 401 whatever is not signed with this webhook's own secret: missing, empty,"
          + " malformed, old and foreign signatures alike."),
  LENGTH_CRASH(
      "length-mismatch crash",
      "Check that the header is 64 hex digits before a constant-time comparison: functions such as"
          + " crypto.timingSafeEqual throw when lengths differ. Answer 401."),
  HEARTBEAT_REFUSED(
      "heartbeat refused",
      "Treat {\"events\":[]} as good news: verify it like any delivery and answer 200."),
  SLOW_HANDLER(
      "slow handler", "Keep the delivery, answer, and do the work afterwards in the background."),
  WRONG_STATUS(
      "wrong status",
      "Answer 200 for what you have kept, 401 for what you do not believe, 503 for what you could"
          + " not keep."),
  REDIRECT(
      "redirect",
      "Serve the exact address that you register: scheme, host, path, slash and query. Asana is"
          + " not known to follow redirects, so register the final address."),
  ENDS_ITSELF(
      "ends on bad input",
      "Catch errors where one delivery is handled, and answer 4xx or 5xx: no delivery, genuine or"
          + " not, may end the process. Let something start it again that does end."),
  AMBIGUITY_ACCEPTED(
      "ambiguous delivery accepted",
      "Count the X-Hook-Signature headers; refuse with 401 unless there is exactly one."),
  FRAGILE_PARSER(
      "fragile parser",
      "Verify, keep and answer first; parse afterwards and tolerantly: unknown keys, actions and"
          + " types, nulls and missing parts are normal."),
  FRAGILE_HTTP(
      "fragile HTTP",
      "Let the HTTP server read the whole body as bytes, in any framing and size that Asana or a"
          + " tunnel may use, before your code looks at it."),
  SECRET_LEAKED(
      "secret leaked",
      "Never write a secret, or the signature that you expected, into an answer. The echo of"
          + " X-Hook-Secret is the one exception."),
  SHARED_SECRET(
      "one secret for all webhooks",
      "Give each webhook an address of its own and keep its secret under that address."),
  DOES_NOT_COME_BACK(
      "does not come back",
      "Make the start command work after a crash: no stale lock or pid file, no manual step."),
  ANSWER_BEFORE_KEEPING(
      "answer before keeping",
      "Write the raw delivery to durable storage and sync it, then answer 200. If it cannot be"
          + " kept, answer 503: Asana will try again.");

  private final String words;
  private final String mend;

  Mistake(String words, String mend) {
    this.words = words;
    this.mend = mend;
  }

  /** Its name for a person. */
  public String words() {
    return words;
  }

  /** What to change. */
  public String mend() {
    return mend;
  }
}
