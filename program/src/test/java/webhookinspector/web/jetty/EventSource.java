package webhookinspector.web.jetty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the feed as a browser does, over a socket of its own. */
final class EventSource implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;
  @Nullable String lastId;

  private EventSource(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Opens the feed; with an id, from there. */
  static EventSource open(Port port, @Nullable String lastId) throws IOException {
    var source = new EventSource(connect(port, lastId));
    String status = source.in.readLine();
    if (!"HTTP/1.1 200 OK".equals(status)) {
      throw new IOException(String.valueOf(status));
    }
    while (!source.in.readLine().isEmpty()) {} // headers
    return source;
  }

  /** One who asks and then takes nothing; its window is as small as the system lets it be. */
  static Socket stalled(Port port) throws IOException {
    return connect(port, "0");
  }

  private static Socket connect(Port port, @Nullable String lastId) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(10_000);
    socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));
    String request =
        "GET /api/v1/feed HTTP/1.1\r\nHost: "
            + port.host()
            + "\r\nAuthorization: "
            + Port.bearer()
            + (lastId == null ? "" : "\r\nLast-Event-ID: " + lastId)
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The next event's data; comments and chunk sizes are passed over. */
  @Nullable String next() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.startsWith("data: ")) {
        return line.substring(6);
      }
    }
    return null;
  }

  /** So many of them. */
  List<String> next(int count) throws IOException {
    var data = new ArrayList<String>();
    while (data.size() < count) {
      String next = next();
      if (next == null) {
        break;
      }
      data.add(next);
    }
    return data;
  }

  /** The next comment. */
  String comment() throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith(":")) {
      line = in.readLine();
    }
    return String.valueOf(line);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
