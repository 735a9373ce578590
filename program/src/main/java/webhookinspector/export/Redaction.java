package webhookinspector.export;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Source;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * Makes deliveries fit for strangers' eyes: names, texts, mail addresses and gids get pseudonyms,
 * headers keep what is known to be harmless, notes go. What was authentic is signed anew with a
 * secret that was made up for this file, so that it can still be verified and sent again; what was
 * not stays as wrong as it was.
 */
final class Redaction {

  /** Stands where a header's value was. */
  static final String MARK = "redacted";

  /** Header names and what their values may look like to stay. */
  private static final Map<String, Pattern> HARMLESS =
      Map.of(
          "content-type",
              Pattern.compile("[a-z]+/[a-z0-9.+-]{1,40}(; ?charset=[A-Za-z0-9-]{1,20})?"),
          "user-agent", Pattern.compile("Asana|node-fetch/[0-9.]+|Java-http-client/[0-9.]+"),
          "accept", Pattern.compile("[a-z*]+/[a-z*]+"),
          "accept-encoding", Pattern.compile("[a-z, ]{1,40}"),
          "connection", Pattern.compile("[A-Za-z-]{1,20}"),
          "transfer-encoding", Pattern.compile("[a-z]{1,20}"));

  /** What senders, tunnels and proxies usually add; any other name may say whose it is. */
  private static final Set<String> NAMES =
      Set.of(
          "host",
          "content-type",
          "content-length",
          "user-agent",
          "accept",
          "accept-encoding",
          "connection",
          "transfer-encoding",
          "x-hook-signature",
          "x-hook-secret",
          "x-inspector-copy-of",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "forwarded",
          "via",
          "authorization",
          "cookie",
          "traceparent",
          "x-request-id",
          "cf-ray",
          "cf-connecting-ip",
          "cdn-loop");

  private final Pseudonyms pseudonyms;
  private final Harmful harmful;
  private final Secret secret;

  Redaction(RandomGenerator random) {
    this.pseudonyms = new Pseudonyms(bytes(random));
    this.harmful = new Harmful(pseudonyms);
    this.secret = Secret.of(HexFormat.of().formatHex(bytes(random)));
  }

  private static byte[] bytes(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The one that authentic deliveries are signed with. */
  Secret secret() {
    return secret;
  }

  Parcel of(Parcel parcel) {
    Judged judged = parcel.judged();
    Judgement judgement = parcel.judgement();
    Source source = parcel.source();
    Body body = body(judged.delivery().body());
    var delivery =
        new Delivery(
            judged.delivery().receivedAt(),
            headers(judged.delivery().headers(), body, judgement),
            body);
    return new Parcel(
        new Judged(
            judged.id(), inbox(judged.inbox()), source, delivery, said(judgement), judged.answer()),
        new Marking(parcel.marking().pinned(), null));
  }

  /** A name often comes from a project's. */
  private InboxName inbox(InboxName name) {
    return new InboxName("inbox-" + pseudonyms.hex("inbox " + name, 4));
  }

  /** Reasons name secrets by their fingerprints, and may quote what came. */
  private static Judgement said(Judgement judgement) {
    String because =
        judgement.word().equals("authentic")
            ? "signed with the made-up secret in the head of the file"
            : "redacted";
    return new Judgement(judgement.handshake(), judgement.word(), because, judgement.believable());
  }

  private Body body(Body body) {
    if (body.size() == 0) {
      return body;
    }
    return JsonRedactor.of(body.toBytes(), harmful)
        .map(Body::wrapping)
        .orElseGet(() -> Body.of("redacted: " + body.size() + " bytes that are no JSON"));
  }

  private Headers headers(Headers headers, Body body, Judgement judgement) {
    var lines = new ArrayList<Header>(headers.lines().size());
    for (Header line : headers) {
      boolean named = NAMES.contains(line.name().toLowerCase(Locale.ROOT));
      lines.add(new Header(named ? line.name() : "X-Redacted", value(line, body, judgement)));
    }
    return new Headers(List.copyOf(lines));
  }

  private String value(Header line, Body body, Judgement judgement) {
    if (line.isNamed(Signature.HEADER)) {
      return judgement.word().equals("authentic")
          ? Signature.of(secret, body).hex()
          : pseudonyms.hex("signature " + line.value(), 32);
    }
    if (line.isNamed("Content-Length")) {
      return Integer.toString(body.size());
    }
    Pattern harmless = HARMLESS.get(line.name().toLowerCase(Locale.ROOT));
    return harmless != null && harmless.matcher(line.value()).matches() ? line.value() : MARK;
  }
}
