package webhookinspector.checks.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The admin port of whoever holds a folder.
 *
 * @param key what opens it
 */
public record AdminPort(URI address, String key) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** As the holder of the folder tells it. */
  public static AdminPort of(Path data) throws IOException {
    JsonNode running = JSON.readTree(Files.readString(data.resolve("running.json")));
    return new AdminPort(
        URI.create(running.required("admin").asString()), running.required("key").asString());
  }

  int number() {
    return address.getPort();
  }

  /** Its own name, as browsers put it into {@code Host}. */
  String host() {
    return "127.0.0.1:" + number();
  }

  /** Reads with the key. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", path, "");
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Calls with the key, as a program does. */
  public HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + key)
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** The cookie that a browser gets for a login link. */
  String cookie() throws IOException, InterruptedException {
    String link = JSON.readTree(send("POST", "/api/v1/login-links", "{}").body()).toString();
    String code = link.replaceAll("(?s).*[?]key=([a-z2-7]+).*", "$1");
    String answer =
        Wire.exchange(
            number(),
            "GET /?key=" + code + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");
    return answer.replaceAll("(?s).*Set-Cookie: ([^;]+);.*", "$1");
  }
}
