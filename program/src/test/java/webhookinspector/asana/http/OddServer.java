package webhookinspector.asana.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback server that answers each request in a manner of its own; the last manner repeats. */
public final class OddServer implements AutoCloseable {

  /** What was asked. */
  public record Seen(String method, String path, Map<String, String> headers, String body) {}

  private final ServerSocket socket;
  private final List<Manner> manners;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private OddServer(List<Manner> manners) throws IOException {
    this.manners = List.copyOf(manners);
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public static OddServer answering(Manner... manners) {
    try {
      return new OddServer(List.of(manners));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/1.0");
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Seen request = read(new BufferedInputStream(connection.getInputStream()));
      Manner manner;
      synchronized (seen) {
        manner = manners.get(Math.min(seen.size(), manners.size() - 1));
        seen.add(request);
      }
      manner.answer(connection, connection.getOutputStream());
    } catch (IOException e) {
      // the other side went away, as some tests want
    }
  }

  private static Seen read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    var headers = new TreeMap<String, String>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Seen(first[0], first[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var bytes = new ArrayList<Integer>();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("ended early");
      }
      bytes.add(b);
    }
    var text = new StringBuilder();
    bytes.forEach(b -> text.append((char) b.intValue()));
    return text.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
