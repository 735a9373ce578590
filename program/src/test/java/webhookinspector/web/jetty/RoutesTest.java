package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.Examples;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.web.MemoryAdmin;

class RoutesTest {

  private final Port port = Port.open();

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void listsTheNewestOldestFirstAndPagesBack() {
    for (int i = 1; i <= 120; i++) {
      port.admin.add(Examples.completed(i));
    }
    JsonNode page = json("/api/v1/deliveries");
    assertThat(page.path("deliveries").size()).isEqualTo(50);
    assertThat(page.path("deliveries").path(49).path("position").asLong(0)).isEqualTo(120);
    assertThat(page.path("older").asLong(0)).isEqualTo(71);
    assertThat(page.path("newer").asLong(0)).isEqualTo(120);

    JsonNode before = json("/api/v1/deliveries?before=71&limit=70");
    assertThat(before.path("deliveries").size()).isEqualTo(70);
    assertThat(json("/api/v1/deliveries?before=1").path("older").isNull()).isTrue();
    assertThat(json("/api/v1/deliveries?after=118").path("deliveries").size()).isEqualTo(2);
  }

  @Test
  void writesADeliveryAsTheLinesDo() {
    port.admin.add(Examples.completed(1));
    String line = LineJson.write(Examples.told(Examples.completed(1)));
    String body = port.get("/api/v1/deliveries").body();
    assertThat(
            new String(
                body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("{\"deliveries\":[" + line + "],\"older\":null,\"newer\":1}\n");
  }

  @Test
  void passesTheFilterOn() {
    port.admin.add(Examples.completed(1));
    port.admin.add(Examples.heartbeat(2));
    assertThat(json("/api/v1/deliveries?q=kind%3Dheartbeat").path("deliveries").size())
        .isEqualTo(1);
    var odd = port.get("/api/v1/deliveries?q=%28");
    assertThat(odd.statusCode()).isEqualTo(400);
    assertThat(odd.body()).contains("\"code\":\"bad-input\"", "filter: position 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=-1", "after=x", "after=", "before=1.5", "before=9999999999999999999", "limit=0",
        "limit=1001", "limit=many", "limit=-5", "limit=99999999999", "aftr=1", "after=1&after=2",
        "q=%ff%fe", "limit=%00", "after=%27%3BDROP"
      })
  void refusesOddArgumentsAsAMistakeOfTheCaller(String query) {
    var answer = port.get("/api/v1/deliveries?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    if (!answer.body().isEmpty()) {
      JsonNode error = LineReader.parse(answer.body());
      assertThat(error.path("code").asString()).isEqualTo("bad-input");
      assertThat(error.path("message").asString()).contains("(expected: ");
      assertThat(error.has("next")).isTrue();
    }
  }

  @Test
  void showsOnlyEventsThatCanBeBelieved() {
    port.admin.add(Examples.forged(1));
    port.admin.add(Examples.completed(2));
    JsonNode events = json("/api/v1/events").path("events");
    assertThat(events.size()).isEqualTo(1);
    assertThat(events.path(0).path("delivery").asString()).isEqualTo(Examples.id(2));
    assertThat(events.path(0).path("action").asString()).isEqualTo("changed");
  }

  @Test
  void showsADeliveryWithItsHeadersInOrderAndItsBytes() {
    port.admin.add(Examples.completed(1));
    JsonNode detail = json("/api/v1/deliveries/" + Examples.id(1));
    assertThat(detail.path("delivery").path("id").asString()).isEqualTo(Examples.id(1));
    assertThat(detail.path("headers").path(1).path("name").asString()).isEqualTo("content-TYPE");
    assertThat(detail.path("headers").path(2).path("name").asString()).isEqualTo("Content-Type");
    assertThat(java.util.Base64.getDecoder().decode(detail.path("bodyBase64").asString()))
        .isEqualTo(MemoryAdmin.BODY.toBytes());
  }

  @Test
  void servesTheRawBytesAsADownloadThatNoBrowserRuns() throws Exception {
    port.admin.add(Examples.completed(1));
    try (var client = HttpClient.newHttpClient()) {
      URI raw = URI.create(port.port.address() + "/api/v1/deliveries/" + Examples.id(1) + "/raw");
      var request = HttpRequest.newBuilder(raw).header("Authorization", Port.bearer()).build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.body()).isEqualTo(MemoryAdmin.BODY.toBytes());
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .isEqualTo("attachment; filename=\"" + Examples.id(1) + ".bin\"");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .startsWith("sandbox");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/deliveries/01J9ZZ, 409, ambiguous",
    "/api/v1/deliveries/nothing, 404, not-found",
    "/api/v1/webhooks/123, 502, asana-refused",
    "/api/v1/webhooks/abc, 400, bad-input",
    "/api/v1/nothing, 404, not-found",
    "/api/v1/deliveries/, 404, not-found",
    "/api/v1/alerts?limit=0, 400, bad-input",
    "/api/v1/feed?after=x, 400, bad-input"
  })
  void saysWhyNotInJson(String path, int status, String code) {
    port.admin.add(Examples.completed(1));
    port.admin.add(Examples.completed(2));
    var answer = port.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(LineReader.parse(answer.body()).path("code").asString()).isEqualTo(code);
  }

  @Test
  void sendsAFileAsADownloadThatNoBrowserRuns() {
    port.admin.add(Examples.completed(1));
    var answer = port.get("/api/v1/export?q=&format=csv");
    assertThat(answer.body()).isEqualTo(Examples.id(1) + "\n");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"deliveries.csv\"");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox");
    String id = answer.headers().firstValue("X-Export").orElseThrow();
    assertThat(json("/api/v1/exports/" + id).path("deliveries").asInt(0)).isEqualTo(1);
    assertThat(port.get("/api/v1/exports/none").statusCode()).isEqualTo(404);
  }

  @Test
  void cutsOffAFileThatFailsOnItsWay() throws IOException {
    port.admin.add(Examples.completed(1));
    String answer =
        port.raw(
            "GET /api/v1/export?format=har HTTP/1.1\r\nHost: "
                + port.host()
                + "\r\nAuthorization: "
                + Port.bearer()
                + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200 OK").contains(Examples.id(1));
    assertThat(answer).as("without the end of its chunks").doesNotContain("\r\n0\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"format=zip", "format=", "redact=maybe", "signatures=yes", "q=%28", "frmat=csv"})
  void refusesAFileThatNobodyCanMake(String query) {
    var answer = port.get("/api/v1/export?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void managesWebhooks() {
    var created =
        port.send(
            "POST",
            "/api/v1/webhooks",
            "{\"resource\":\"1200\",\"filters\":[\"resource_type=task,action=changed\","
                + "{\"action\":\"added\",\"fields\":[]}]}");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/webhooks/901");
    assertThat(json("/api/v1/webhooks/901").path("filters").size()).isEqualTo(2);
    assertThat(json("/api/v1/webhooks?resource=1200").path("webhooks").size()).isEqualTo(1);

    var updated = port.send("PUT", "/api/v1/webhooks/901", "{\"filters\":[]}");
    assertThat(LineReader.parse(updated.body()).path("filters").size()).isZero();
    var deleted = port.send("DELETE", "/api/v1/webhooks/901", "");
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(json("/api/v1/webhooks").path("webhooks").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"resource\":12}",
        "{\"resource\":\"x\"}",
        "{\"resorce\":\"1\"}",
        "{\"resource\":\"1\",\"filters\":{}}",
        "{\"resource\":\"1\",\"filters\":[\"typ=task\"]}",
        "{\"resource\":\"1\",\"filters\":[{\"resource_type\":\"task\"}]}"
      })
  void refusesToCreateWhatItDoesNotUnderstand(String body) {
    var answer = port.send("POST", "/api/v1/webhooks", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("bad-input");
    assertThat(port.admin.changes()).isZero();
  }

  @Test
  void refusesABodyThatIsTooLong() {
    String body = "{\"resource\":\"" + "1".repeat(70_000) + "\"}";
    assertThat(port.send("POST", "/api/v1/webhooks", body).body()).contains("body: too long");
  }

  @Test
  void replacesFiltersOnlyWhenTheyAreGiven() {
    port.send("POST", "/api/v1/webhooks", "{\"resource\":\"1200\",\"filters\":[\"action=added\"]}");
    assertThat(port.send("PUT", "/api/v1/webhooks/901", "{}").statusCode()).isEqualTo(400);
    assertThat(json("/api/v1/webhooks/901").path("filters").size()).isEqualTo(1);
  }

  @Test
  void armsAnInboxAndTellsTheRest() {
    var armed = port.send("POST", "/api/v1/inboxes/by-hand/arm", "{}");
    assertThat(LineReader.parse(armed.body()).path("state").asString()).isEqualTo("open");
    var settled = port.send("POST", "/api/v1/inboxes/by-hand/settle", "{}");
    assertThat(LineReader.parse(settled.body()).path("state").asString()).isEqualTo("settled");
    assertThat(json("/api/v1/inboxes").path("inboxes").path(0).path("state").asString())
        .isEqualTo("settled");
    assertThat(json("/api/v1/alerts").path("alerts").path(0).path("topic").asString())
        .isEqualTo("disk-full");
    assertThat(json("/api/v1/state").path("state").asString()).isEqualTo("LIVE");
  }

  @Test
  void namesTheMethodsThatAPathKnows() {
    var answer = port.send("PUT", "/api/v1/webhooks", "{}");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  private JsonNode json(String path) {
    var answer = port.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    return LineReader.parse(answer.body());
  }
}
