package webhookinspector.checks.durability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Signature;

/** A delivery whose second half comes late. */
final class Straggler implements AutoCloseable {

  private final long seed;
  private final int size;
  private final Socket socket;
  private final byte[] whole;
  private final int half;

  Straggler(int port, long seed, int size) throws IOException {
    this.seed = seed;
    this.size = size;
    Body body = Promise.body(seed, size);
    byte[] head =
        "POST /in/%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n%s: %s\r\n\r\n"
            .formatted(
                ReceiverProcess.KEY.text(),
                body.size(),
                Signature.HEADER,
                Signature.of(ReceiverProcess.SECRET, body).hex())
            .getBytes(US_ASCII);
    whole = new byte[head.length + body.size()];
    System.arraycopy(head, 0, whole, 0, head.length);
    body.view().get(whole, head.length, body.size());
    half = head.length + body.size() / 2;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(whole, 0, half);
  }

  /** Sends the rest; the promise if a 200 came, nothing if the connection was cut. */
  Optional<Promise> finish() {
    try {
      socket.getOutputStream().write(whole, half, whole.length - half);
      String answer = head();
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        return Optional.empty();
      }
      String id = answer.replaceAll("(?si).*\r\nx-delivery-id: ([0-9a-z]+)\r\n.*", "$1");
      return Optional.of(new Promise(id, seed, size));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("cut off");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
