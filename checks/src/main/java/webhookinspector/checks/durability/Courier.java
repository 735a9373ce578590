package webhookinspector.checks.durability;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Signature;

/** One connection on which signed deliveries go out, one after the other. */
public final class Courier implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  public Courier(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * What came back.
   *
   * @param id of {@code X-Delivery-Id}, or empty
   * @param last whether the receiver closes the connection now
   */
  public record Answer(int status, String id, boolean retryAfter, boolean last) {}

  /** Throws when the connection ends before the whole answer is there: nothing was promised. */
  public Answer send(Body body) throws IOException {
    String head =
        "POST /in/"
            + ReceiverProcess.KEY.text()
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            + body.size()
            + "\r\n"
            + Signature.HEADER
            + ": "
            + Signature.of(ReceiverProcess.SECRET, body).hex()
            + "\r\n\r\n";
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[headBytes.length + body.size()];
    System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
    body.view().get(whole, headBytes.length, body.size());
    socket.getOutputStream().write(whole);
    return readAnswer();
  }

  private Answer readAnswer() throws IOException {
    String status = line();
    String id = "";
    boolean retryAfter = false;
    boolean last = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-delivery-id: ")) {
        id = line.substring(15);
      }
      retryAfter |= lower.startsWith("retry-after: ");
      last |= lower.equals("connection: close");
    }
    return new Answer(Integer.parseInt(status.substring(9, 12)), id, retryAfter, last);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended in the middle of an answer");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
