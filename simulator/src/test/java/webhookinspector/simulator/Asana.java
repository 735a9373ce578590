package webhookinspector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.event.Ref;

/** Calls the simulator as any client would. */
final class Asana implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String token;

  Asana(Simulator simulator) {
    this(simulator.api(), simulator.token());
  }

  Asana(URI api, String token) {
    this.base = api.toString();
    this.token = token;
  }

  record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
    String message() {
      return body.path("errors").path(0).path("message").asString("");
    }

    JsonNode data() {
      return body.path("data");
    }

    String text(String field) {
      return data().path(field).asString("");
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer post(String path, String data) {
    return send(json(path).POST(HttpRequest.BodyPublishers.ofString("{\"data\":" + data + "}")));
  }

  Answer put(String path, String data) {
    return send(json(path).PUT(HttpRequest.BodyPublishers.ofString("{\"data\":" + data + "}")));
  }

  Answer postRaw(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A webhook without filters. */
  Answer createWebhook(Ref resource, URI target) {
    return createWebhook(resource, target, "[]");
  }

  Answer createWebhook(Ref resource, URI target, String filters) {
    return post(
        "/webhooks",
        "{\"resource\":\"%s\",\"target\":\"%s\",\"filters\":%s}"
            .formatted(resource.gid(), target, filters));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
