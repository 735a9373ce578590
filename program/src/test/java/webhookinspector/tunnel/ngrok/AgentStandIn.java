package webhookinspector.tunnel.ngrok;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A loopback server that answers as the local API of an ngrok agent does. */
final class AgentStandIn implements AutoCloseable {

  private final HttpServer server;

  private AgentStandIn(int port, String body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().equals("/api/tunnels");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 404, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  static AgentStandIn on(int port, String body) {
    try {
      return new AgentStandIn(port, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AgentStandIn answering(String body) {
    return on(0, body);
  }

  URI base() {
    return base(server.getAddress().getPort());
  }

  static URI base(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** As ngrok 3 writes it. */
  static String tunnels(String... publicUrlAndAddress) {
    var list = new StringBuilder();
    for (int i = 0; i < publicUrlAndAddress.length; i += 2) {
      list.append(i == 0 ? "" : ",")
          .append(
              """
              {"name":"command_line","ID":"x","uri":"/api/tunnels/command_line","public_url":"%s",
               "proto":"https","config":{"addr":"%s","inspect":true},"metrics":{}}"""
                  .formatted(publicUrlAndAddress[i], publicUrlAndAddress[i + 1]));
    }
    return "{\"tunnels\":[" + list + "],\"uri\":\"/api/tunnels\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
