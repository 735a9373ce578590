package webhookinspector.web.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminSettings;
import webhookinspector.web.MemoryAdmin;

/** A running admin port over an admin in memory, and ways to talk to it. */
final class Port implements AutoCloseable {

  static final AdminKey KEY = AdminKey.random(new Random(1));

  final MemoryAdmin admin = new MemoryAdmin();
  final JettyAdmin port;
  private final HttpClient client = HttpClient.newHttpClient();

  private Port(AdminSettings settings, StreamSettings streams, AdminKey key) {
    port = JettyAdmin.start(settings, admin, key, new Random(2), streams);
  }

  /** At the port of one that was closed. */
  static Port at(int number, AdminKey key) {
    return new Port(AdminSettings.loopback(number), StreamSettings.DEFAULT, key);
  }

  static Port open() {
    return open(List.of(), StreamSettings.DEFAULT);
  }

  static Port open(List<String> allowedHosts, StreamSettings streams) {
    return new Port(new AdminSettings("127.0.0.1", 0, allowedHosts, false), streams, KEY);
  }

  /** One that cuts off who takes nothing for 300 ms. */
  static Port impatient() {
    return open(List.of(), new StreamSettings(Duration.ofMillis(100), Duration.ofMillis(300)));
  }

  int number() {
    return port.address().getPort();
  }

  String host() {
    return "127.0.0.1:" + number();
  }

  /** With the key, and header names and values in turns. */
  HttpResponse<String> get(String path, String... headers) {
    return send(request("GET", path, "", headers).header("Authorization", bearer()).build());
  }

  HttpResponse<String> send(String method, String path, String json) {
    return send(
        request(method, path, json, "Content-Type", "application/json")
            .header("Authorization", bearer())
            .build());
  }

  /** Without the key. */
  HttpResponse<String> anonymous(String method, String path, String json, String... headers) {
    return send(request(method, path, json, headers).build());
  }

  private HttpRequest.Builder request(String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(port.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.method(method, BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String bearer() {
    return "Bearer " + KEY.reveal();
  }

  /** Logs in by a new link and gives the cookie. */
  String cookie() {
    URI link = port.loginLink();
    var answer = anonymous("GET", link.getPath() + "?" + link.getQuery(), "");
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
  }

  /** Sends bytes as they are and reads until the other side closes. */
  String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), number())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    client.close();
    port.close();
  }
}
