package webhookinspector.checks.receiving;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to the receiver on which any bytes can be sent. */
final class Peer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  private Peer(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 2_048);
  }

  /** The head of an answer; the receiver's answers have no bodies. */
  record Answer(int status, String head) {

    /** Whether it has such a header line, whatever its case. */
    boolean says(String header) {
      return head.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT));
    }
  }

  static Peer to(int port) throws IOException {
    return to(port, 0);
  }

  /**
   * @param window bytes that this side takes without reading, or 0 for the usual
   */
  static Peer to(int port, int window) throws IOException {
    var socket = new Socket();
    if (window > 0) {
      socket.setReceiveBufferSize(window);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    return new Peer(socket);
  }

  /** One question, one answer, one connection. */
  static Answer ask(int port, String bytes) throws IOException {
    try (Peer peer = to(port)) {
      peer.send(bytes);
      return peer.answer();
    }
  }

  /** Each character is one byte. */
  void send(String bytes) throws IOException {
    send(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  Answer answer() throws IOException {
    var head = new StringBuilder(128);
    while (head.length() < 4 || !ends(head)) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("closed without an answer");
      }
      head.append((char) b);
    }
    return new Answer(Integer.parseInt(head.substring(9, 12)), head.toString());
  }

  private static boolean ends(StringBuilder head) {
    int end = head.length();
    return head.charAt(end - 1) == '\n' && head.charAt(end - 3) == '\n';
  }

  /** Everything until the other side closes or nothing more comes. */
  String rest(int patienceMillis) throws IOException {
    socket.setSoTimeout(patienceMillis);
    var all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (IOException _) {
      // a reset or a silence ends it, too
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the other side has closed within this time, whatever it said before. */
  boolean closesWithin(int millis) throws IOException {
    socket.setSoTimeout(Math.max(1, millis));
    try {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true; // a reset closes, too
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
