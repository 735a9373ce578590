package webhookinspector.conform;

import static webhookinspector.conform.Group.TRANSPORT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Signature;

/** Ways in which Asana, a proxy or a tunnel may bring the same bytes. */
final class TransportChecks {

  private TransportChecks() {}

  static List<Case> all() {
    return List.of(chunked(), split(), slow(), cut(), contentTypes(), tunnelled());
  }

  private static Case chunked() {
    return Case.must(TRANSPORT, "chunked-body", Mistake.FRAGILE_HTTP)
        .title("Accepts a body in chunks")
        .why(
            "Proxies and tunnels pass bodies on with Transfer-Encoding: chunked and without a length.",
            Source.HTTP)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Framing chunks = new Framing.Chunked(50, Duration.ZERO);
              Post post = receiver.signed(receiver.bodies().batch(3)).framed(chunks);
              return Expect.accepted(receiver.send(post), "A delivery in chunks");
            });
  }

  private static Case split() {
    return Case.must(TRANSPORT, "split-characters", Mistake.FRAGILE_HTTP)
        .title("Puts characters together that arrive in two parts")
        .why(
            "A body comes in pieces, and a piece may end within a character. Code that decodes each"
                + " piece to text breaks the character, and with it the signature.",
            Source.SAMPLES)
        .mend("Collect the pieces as bytes and join them; decode, if at all, the whole.")
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              String event = receiver.bodies().task(receiver.bodies().gid());
              String name = "\"name\":\"" + "\u00e9\u6f22\ud83d\ude80".repeat(20) + "\",";
              String named = event.replace("\"resource_subtype\"", name + "\"resource_subtype\"");
              Framing pieces = new Framing.Dripped(60, Duration.ofMillis(3));
              Post post = receiver.signed(Bodies.of(named)).framed(pieces);
              return Expect.accepted(receiver.send(post), "A delivery in sixty pieces");
            });
  }

  private static Case slow() {
    return Case.must(TRANSPORT, "slow-body", Mistake.FRAGILE_HTTP)
        .title("Waits for a body that comes slowly")
        .why(
            "A body may take seconds through a tunnel. A read deadline below that loses deliveries.",
            Source.HTTP)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Framing slow = new Framing.Dripped(6, receiver.plan().limit().dividedBy(25));
              Post post = receiver.signed(receiver.bodies().batch(40)).framed(slow);
              return Expect.accepted(receiver.send(post), "A delivery in six pieces");
            });
  }

  private static Case cut() {
    return Case.must(TRANSPORT, "cut-connection", Mistake.FRAGILE_HTTP)
        .title("Goes on after a connection that broke in the middle")
        .why(
            "Connections break. The half that came must be neither believed nor the end of the"
                + " process; Asana sends the whole again.",
            Source.HTTP)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Post post = receiver.signed(receiver.bodies().ordinary());
              receiver.send(post.framed(new Framing.Cut()));
              return Expect.accepted(receiver.send(post), "The whole delivery afterwards");
            });
  }

  private static Case contentTypes() {
    return Case.should(TRANSPORT, "content-type", Mistake.FRAGILE_HTTP)
        .title("Accepts a delivery whatever its content type says")
        .why(
            "The content type of a delivery is not documented. The signature decides, not a label.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              for (String type :
                  List.of(
                      "application/json; charset=UTF-8", "application/JSON", "text/plain", "")) {
                Answer answer = receiver.send(signed(receiver, "Content-Type", type));
                if (!answer.accepted()) {
                  return Expect.accepted(
                      answer,
                      "A delivery with the content type " + (type.isEmpty() ? "(none)" : type));
                }
              }
              return Outcome.passed();
            });
  }

  private static Case tunnelled() {
    return Case.must(TRANSPORT, "tunnel-headers", Mistake.FRAGILE_HTTP)
        .title("Accepts a delivery with the headers that tunnels add")
        .why(
            "ngrok, Cloudflare and reverse proxies add X-Forwarded-* and Via. Code that redirects or"
                + " refuses because of them cannot be reached.",
            Source.SAMPLES)
        .needs(Need.DELIVERY)
        .tries(
            receiver ->
                Expect.accepted(
                    receiver.send(
                        signed(
                            receiver,
                            "x-forwarded-for",
                            "203.0.113.7, 198.51.100.2",
                            "x-forwarded-proto",
                            "https",
                            "x-forwarded-host",
                            "inspector.example.net",
                            "via",
                            "1.1 tunnel",
                            "user-agent",
                            "")),
                    "A delivery with a tunnel's headers"));
  }

  private static Post signed(Receiver receiver, String... more) {
    Body body = receiver.bodies().ordinary();
    List<String> headers = new ArrayList<>(List.of(more));
    if (headers.size() == 2 && headers.get(1).isEmpty()) {
      headers.clear();
    }
    headers.add(Signature.HEADER);
    headers.add(Signature.of(receiver.secret(), body).hex());
    return new Post(Headers.of(headers.toArray(String[]::new)), body);
  }
}
