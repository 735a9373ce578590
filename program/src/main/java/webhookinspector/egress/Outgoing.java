package webhookinspector.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Page;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Source;
import webhookinspector.trust.Signature;

/**
 * What is sent to a target: the body byte for byte, and of the headers only those that a receiver
 * needs. Never a secret, a cookie or a token that happened to come along, and nothing that belongs
 * to one hop.
 */
public record Outgoing(Headers headers, Body body) {

  /**
   * Tells the receiver, and us should it come back, that this is a copy. Its value is the
   * delivery's id; behind a semicolon follows what is not as it came: {@code edited}, {@code
   * signed-anew}.
   */
  public static final String MARKER = "X-Inspector-Copy-Of";

  private static final Set<String> PASSED =
      Set.of("x-hook-signature", "content-type", "user-agent", "accept");

  /**
   * A copy of a kept delivery. A page of the events stream becomes what a webhook would have sent,
   * marked as edited: a receiver of webhooks can read nothing else.
   */
  public static Outgoing copyOf(Judged judged) {
    Outgoing asItCame = copyOf(judged.id().text(), judged.delivery());
    return judged.source() != Source.STREAM
        ? asItCame
        : Page.asWebhookBody(asItCame.body)
            .map(asItCame.with(new Header("Content-Type", "application/json"))::edited)
            .orElse(asItCame);
  }

  /** A copy of what came, whatever it is. */
  public static Outgoing copyOf(String id, Delivery delivery) {
    Stream<Header> passed =
        delivery.headers().lines().stream()
            .filter(line -> PASSED.contains(line.name().toLowerCase(Locale.ROOT)));
    List<Header> lines = Stream.concat(passed, Stream.of(new Header(MARKER, id))).toList();
    return new Outgoing(new Headers(lines), delivery.body());
  }

  /** The same with another body, and marked so; the signature stays. */
  public Outgoing edited(Body other) {
    return new Outgoing(marked("edited"), other);
  }

  /** The same with another signature, and marked so. */
  public Outgoing signed(String signature) {
    var lines = new ArrayList<Header>();
    var line = new Header(Signature.HEADER, signature);
    for (Header other : marked("signed-anew")) {
      boolean replaced = other.isNamed(Signature.HEADER);
      if (!lines.contains(line) && (replaced || other.isNamed(MARKER))) {
        lines.add(line);
      }
      if (!replaced) {
        lines.add(other);
      }
    }
    return new Outgoing(new Headers(lines), body);
  }

  private Headers marked(String how) {
    UnaryOperator<Header> mark =
        line -> line.isNamed(MARKER) ? new Header(MARKER, line.value() + "; " + how) : line;
    return new Headers(headers.lines().stream().map(mark).toList());
  }

  /** What it says about itself. */
  public String marker() {
    return headers.first(MARKER).orElse("");
  }

  /** With one more header of ours. */
  public Outgoing with(Header line) {
    return new Outgoing(
        new Headers(Stream.concat(headers.lines().stream(), Stream.of(line)).toList()), body);
  }
}
