package webhookinspector.tunnel.ngrok;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.tunnel.TunnelFailed;

/** The local API of an ngrok agent (ngrok docs, agent API). */
final class Agent {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final JsonMapper mapper = JsonMapper.builder().build();

  Agent(URI base) {
    this.base = base;
  }

  /**
   * What the agent tunnels.
   *
   * @return empty when no agent listens
   * @throws TunnelFailed if something listens that is no agent
   */
  Optional<List<Line>> lines() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/tunnels"))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .build();
    try {
      var body =
          BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BODY_BYTES);
      JsonNode answer = mapper.readTree(client.send(request, body).body());
      if (!answer.path("tunnels").isArray()) {
        throw notNgrok();
      }
      return Optional.of(lines(answer.path("tunnels")));
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (HttpTimeoutException e) {
      throw notNgrok();
    } catch (IOException | JacksonException e) {
      throw notNgrok();
    }
  }

  private static List<Line> lines(JsonNode tunnels) {
    var lines = new ArrayList<Line>();
    for (JsonNode tunnel : tunnels.values()) {
      String address = tunnel.path("public_url").asString("");
      String leadsTo = tunnel.path("config").path("addr").asString("");
      try {
        URI url = new URI(address);
        if (url.getHost() != null) {
          lines.add(new Line(url, leadsTo));
        }
      } catch (URISyntaxException e) {
        // an address that nobody can call is no tunnel
      }
    }
    return lines;
  }

  private TunnelFailed notNgrok() {
    return new TunnelFailed(
        base
            + ": something else than an ngrok agent answers (expected: its local API)\n"
            + "Stop what listens there, or give the address yourself: --public-url URL");
  }
}
