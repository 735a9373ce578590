package webhookinspector.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import webhookinspector.delivery.Body;

/** Says {@link HostileText} to a program wherever it listens. */
final class HostileWorld {

  private static final List<String> ALL = HostileText.all();

  private final Inspector inspector;

  HostileWorld(Inspector inspector) {
    this.inspector = inspector;
  }

  /** By whoever knows an address, and by colleagues at Asana. */
  void arrives() throws Exception {
    inspector.send("PUT", "/api/v1/simulator/team", "{\"changesPerSecond\":0}");
    for (String text : ALL) {
      inspector.send(
          "POST", "/api/v1/simulator/changes", "{\"task\":" + HostileText.json(text) + "}");
      inspector.forge(Body.of(body(List.of(text))), "X-Odd", printable(text));
    }
    String[] headers =
        IntStream.range(0, ALL.size())
            .boxed()
            .flatMap(i -> List.of("X-Odd-" + i, printable(ALL.get(i))).stream())
            .toArray(String[]::new);
    inspector.forge(Body.of(body(ALL)), headers);
    for (String text : ALL) {
      requestLine(text);
    }
    await().until(() -> count("\"canary\" kind=events verdict=authentic") > 0);
    inspector.awaitIndexed();
  }

  /** By a target that was sent a delivery, by whoever wrote notes, and as names. */
  void isKept(String delivery, Target target) throws Exception {
    for (String text : ALL) {
      String address = target.address() + "/" + encoded(text);
      inspector.send(
          "POST",
          "/api/v1/deliveries/" + delivery + "/replays",
          "{\"target\":" + HostileText.json(address) + "}");
    }
    List<JsonNode> kept = deliveries("verdict=forged");
    for (int i = 0; i < ALL.size(); i++) {
      inspector.send(
          "PUT",
          "/api/v1/deliveries/" + kept.get(i).path("id").asString() + "/note",
          "{\"note\":" + HostileText.json(ALL.get(i)) + "}");
    }
    String words = "\\\"<script>canary()</script>\\\"";
    inspector.send("PUT", "/api/v1/filters/odd", "{\"filter\":\"" + words + "\"}");
    inspector.send(
        "POST",
        "/api/v1/targets",
        "{\"target\":\"" + target.address() + "/%3Cb%3E\",\"filter\":\"" + words + "\"}");
  }

  /** What the program lists for a filter, the oldest first. */
  List<JsonNode> deliveries(String filter) throws Exception {
    return inspector
        .get("/api/v1/deliveries?limit=500&q=" + encoded(filter))
        .path("deliveries")
        .values()
        .stream()
        .toList();
  }

  private long count(String filter) throws Exception {
    return inspector.get("/api/v1/count?q=" + encoded(filter)).path("matching").asLong();
  }

  private static String body(List<String> texts) {
    return texts.stream()
        .map(HostileText::json)
        .map(
            text ->
                "{\"action\":%1$s,\"user\":{\"gid\":%1$s,\"name\":%1$s},\"created_at\":%1$s,"
                        .formatted(text)
                    + "\"resource\":{\"gid\":%1$s,\"resource_type\":%1$s,\"name\":%1$s},\"change\":{\"field\":%1$s}}"
                        .formatted(text))
        .collect(
            Collectors.joining(
                ",", "{\"events\":[", "]," + HostileText.json(texts.getFirst()) + ":1}"));
  }

  /** As method, path, query and header name at once; it is answered somehow, or not at all. */
  private void requestLine(String text) throws IOException {
    URI receiver = inspector.receiver();
    String word = printable(text).replace(' ', '+');
    try (var socket = new Socket(receiver.getHost(), receiver.getPort())) {
      String head =
          "%1$s /in/%1$s?%1$s HTTP/1.1\r\nHost: x\r\n%1$s: x\r\nConnection: close\r\n\r\n"
              .formatted(word);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.setSoTimeout(5_000);
      socket.getInputStream().readNBytes(1);
    }
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
