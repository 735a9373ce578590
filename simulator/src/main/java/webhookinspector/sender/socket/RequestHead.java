package webhookinspector.sender.socket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/** Request line and headers of a POST, as bytes. */
final class RequestHead {

  private RequestHead() {}

  static byte[] of(URI target, Headers headers, int length) {
    var head = new StringBuilder(400).append("POST ");
    String path = Objects.requireNonNullElse(target.getRawPath(), "");
    head.append(path.isEmpty() ? "/" : path);
    if (target.getRawQuery() != null) {
      head.append('?').append(target.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(target.getRawAuthority()).append("\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    head.append("Content-Length: ").append(length).append("\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
