package webhookinspector.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/**
 * One REST call as it came, free of any web server.
 *
 * @param path decoded, without the base, such as {@code /webhooks/12}
 * @param query decoded; names and values in their order
 */
public record Call(
    String method, String path, Map<String, List<String>> query, Headers headers, Body body) {

  Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The same call with a JSON body. */
  Call withJson(byte[] json) {
    Headers type = Headers.of("Content-Type", "application/json");
    return new Call(method, path, query, type, Body.wrapping(json));
  }
}
