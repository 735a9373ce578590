package webhookinspector.checks.receiving;

import java.nio.charset.StandardCharsets;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Signature;

/** Requests to the inbox of {@link ReceiverProcess}, as text of one byte a character. */
final class Posts {

  /** The inbox's own address. */
  static final String PATH = "/in/" + ReceiverProcess.KEY.text();

  private Posts() {}

  /** As Asana sends it. */
  static String signed(String body) {
    return post(PATH, body, signature(body));
  }

  /** The header line that makes a body authentic. */
  static String signature(String body) {
    return Signature.HEADER + ": " + hex(body);
  }

  static String hex(String body) {
    return Signature.of(ReceiverProcess.SECRET, body(body)).hex();
  }

  static String post(String target, String body, String... headers) {
    var text = new StringBuilder(body.length() + 300);
    text.append("POST ").append(target).append(" HTTP/1.1\r\nHost: inbox.example\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("Content-Length: ")
        .append(body.length())
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }

  private static Body body(String text) {
    return Body.wrapping(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
