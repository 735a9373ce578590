package webhookinspector.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;

/** The create call, by REST as any client makes it. */
record WebhookCall(Simulator simulator) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Webhook create(Ref resource, URI target, List<Filter> filters) {
    HttpResponse<byte[]> response = send(body(resource, target, filters));
    JsonNode document = JSON.readTree(response.body());
    if (response.statusCode() != 201) {
      throw new IllegalStateException(
          "createWebhook: "
              + response.statusCode()
              + " (expected: 201) "
              + document.path("errors").path(0).path("message").asString(""));
    }
    String gid = document.path("data").path("gid").asString();
    return simulator.webhooks().stream()
        .filter(webhook -> webhook.gid().equals(gid))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("createWebhook: deleted at once"));
  }

  private static byte[] body(Ref resource, URI target, List<Filter> filters) {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode data = document.putObject("data");
    data.put("resource", resource.gid()).put("target", target.toString());
    ArrayNode list = data.putArray("filters");
    for (Filter filter : filters) {
      ObjectNode each = list.addObject();
      each.put("resource_type", filter.resourceType()).put("action", filter.action());
      each.put("resource_subtype", filter.resourceSubtype());
      if (!filter.fields().isEmpty()) {
        ArrayNode fields = each.putArray("fields");
        filter.fields().forEach(fields::add);
      }
    }
    return JSON.writeValueAsBytes(document);
  }

  private HttpResponse<byte[]> send(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.api() + "/webhooks"))
            .header("Authorization", "Bearer " + simulator.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("createWebhook: interrupted while waiting for its answer", e);
    }
  }
}
