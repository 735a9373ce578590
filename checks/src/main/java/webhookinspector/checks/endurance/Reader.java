package webhookinspector.checks.endurance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;
import webhookinspector.checks.admin.AdminPort;

/** Somebody who asked for the feed, read how it begins, and then reads nothing any more. */
final class Reader implements AutoCloseable {

  private static final int SMALLEST_BUFFER = 4_096;

  private final Socket socket = new Socket();
  private final AdminPort admin;
  private final long lastId;

  Reader(AdminPort admin) throws IOException {
    this.admin = admin;
    socket.setReceiveBufferSize(SMALLEST_BUFFER);
    socket.setSoTimeout(30_000);
    int port = admin.address().getPort();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        "GET /api/v1/feed HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(port, admin.key());
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    this.lastId = firstId();
  }

  private long firstId() throws IOException {
    var read = new StringBuilder();
    while (!read.toString().matches("(?s).*\nid: \\d+\n.*")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the feed ended: " + read);
      }
      read.append((char) next);
    }
    return Long.parseLong(read.toString().replaceAll("(?s).*\nid: (\\d+)\n.*", "$1"));
  }

  /**
   * Comes again, as a browser does, with the last id that it saw.
   *
   * @param last the newest position
   * @return how many of those behind its own were told, each once and in their order
   */
  long resume(long last) throws IOException, InterruptedException {
    socket.close();
    var request =
        HttpRequest.newBuilder(URI.create(admin.address() + "/api/v1/feed"))
            .header("Authorization", "Bearer " + admin.key())
            .header("Last-Event-ID", Long.toString(lastId))
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
      long told = 0;
      long at = lastId;
      Iterator<String> all = lines.filter(line -> line.startsWith("id: ")).iterator();
      while (at < last && all.hasNext()) {
        long id = Long.parseLong(all.next().substring(4));
        told += id > at ? 1 : 0;
        at = Math.max(at, id);
      }
      return told;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
