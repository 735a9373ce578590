package webhookinspector.conform;

import java.net.URI;
import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;

/** One POST and its answer, raw. */
record Traffic(URI target, Post post, Answer answer) {

  private static final int SHOWN = 240;

  boolean isHandshake() {
    return Handshake.isIn(post.headers());
  }

  /** As it may be shown: the texts of {@code secrets} replaced by their fingerprints. */
  Exchange shown(List<Secret> secrets) {
    String sent = lines("POST " + target.getRawPath(), post.headers(), post.body()) + framing();
    String back =
        switch (answer) {
          case Answer.Given given -> lines("HTTP " + given.code(), given.headers(), given.body());
          case Answer.None none -> none.inWords();
        };
    return new Exchange(redact(sent, secrets), redact(back, secrets), answer.took());
  }

  private String framing() {
    return switch (post.framing()) {
      case Framing.Whole _ -> "";
      case Framing.Chunked(int size, _) -> "\n(in chunks of " + size + " bytes)";
      case Framing.Dripped(int pieces, _) -> "\n(in " + pieces + " pieces with pauses)";
      case Framing.Cut _ -> "\n(cut in the middle)";
    };
  }

  private static String lines(String first, Headers headers, Body body) {
    var text = new StringBuilder(Printable.of(first));
    int shown = 0;
    for (Header line : headers) {
      if (shown++ == 20) {
        text.append("\n…");
        break;
      }
      text.append('\n').append(Printable.cut(line.name() + ": " + line.value(), SHOWN));
    }
    text.append('\n');
    return text.append(body.size() == 0 ? "(no body)" : Printable.cut(body.text(), SHOWN))
        .toString();
  }

  private static String redact(String text, List<Secret> secrets) {
    String safe = text;
    for (Secret secret : secrets) {
      safe = safe.replace(secret.reveal(), "(secret " + secret.fingerprint() + ")");
    }
    return safe;
  }
}
