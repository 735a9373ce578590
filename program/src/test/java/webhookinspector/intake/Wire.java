package webhookinspector.intake;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A client that sends exactly the bytes it is told to, one char a byte. */
public final class Wire implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /**
   * @param head status line and headers as they came
   */
  public record Answer(int status, String head, String body) {

    public Optional<String> header(String name) {
      return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
      return head.lines()
          .skip(1)
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }
  }

  public static Wire to(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    return new Wire(socket);
  }

  /** One connection, one question, one answer. */
  public static Answer ask(int port, String bytes) throws IOException {
    try (Wire wire = to(port)) {
      wire.send(bytes);
      return wire.answer();
    }
  }

  public void send(String bytes) throws IOException {
    send(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The next answer; 100 is none. */
  public Answer answer() throws IOException {
    var head = new ByteArrayOutputStream();
    int end = 0;
    while (end < 4) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("closed without an answer");
      }
      head.write(b);
      end = b == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : b == '\r' ? 1 : 0;
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int status = Integer.parseInt(text.substring(9, 12));
    if (status == 100) {
      return answer();
    }
    var plain = new Answer(status, text, "");
    int length = plain.header("Content-Length").map(Integer::parseInt).orElse(0);
    return new Answer(status, text, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
  }

  /** Whether the other side closes within the socket's patience, whatever it says before. */
  public boolean closes() throws IOException {
    try {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // a reset closes, too
    }
  }

  /** Everything until the other side closes. */
  public String rest() {
    var all = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        all.write(b);
      }
    } catch (IOException e) {
      // a reset or a silence ends it, too
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  public void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
