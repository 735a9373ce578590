package webhookinspector.tracing.otel;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where traces go, by the variables that OpenTelemetry names.
 *
 * @param endpoint of the collector, {@code /v1/traces} included
 * @param headers sent along; may hold a password
 * @param service what the traces are called
 * @param ratio 0 to 1, of all traces
 */
public record OtelSettings(
    URI endpoint, Map<String, String> headers, String service, double ratio) {

  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  public OtelSettings {
    headers = Map.copyOf(headers);
  }

  /**
   * Empty when no endpoint is configured, or everything is switched off.
   *
   * @param variable of the environment
   * @throws IllegalArgumentException for one that cannot be used
   */
  public static Optional<OtelSettings> from(Function<String, Optional<String>> variable) {
    Optional<URI> own =
        variable.apply("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT").map(OtelSettings::address);
    Optional<URI> base =
        variable.apply(ENDPOINT).map(text -> address(text.replaceFirst("/+$", "") + "/v1/traces"));
    boolean off = variable.apply("OTEL_SDK_DISABLED").filter("true"::equalsIgnoreCase).isPresent();
    if (off || (own.isEmpty() && base.isEmpty())) {
      return Optional.empty();
    }
    String headers =
        variable
            .apply("OTEL_EXPORTER_OTLP_TRACES_HEADERS")
            .or(() -> variable.apply("OTEL_EXPORTER_OTLP_HEADERS"))
            .orElse("");
    return Optional.of(
        new OtelSettings(
            own.or(() -> base).orElseThrow(),
            headers(headers),
            variable.apply("OTEL_SERVICE_NAME").orElse("webhook-inspector"),
            ratio(variable)));
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException(
        ENDPOINT + ": what it holds is no address (expected: such as http://127.0.0.1:4318)");
  }

  /** {@code name=value,name=value}, percent-encoded (OTLP exporter specification). */
  private static Map<String, String> headers(String text) {
    var headers = new LinkedHashMap<String, String>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        headers.put(
            pair.substring(0, equals).strip(),
            URLDecoder.decode(pair.substring(equals + 1).strip(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }

  private static double ratio(Function<String, Optional<String>> variable) {
    String sampler = variable.apply("OTEL_TRACES_SAMPLER").orElse("");
    if (sampler.endsWith("always_off")) {
      return 0;
    }
    return sampler.endsWith("traceidratio")
        ? variable.apply("OTEL_TRACES_SAMPLER_ARG").map(OtelSettings::share).orElse(1.0)
        : 1;
  }

  private static double share(String text) {
    try {
      return Math.clamp(Double.parseDouble(text), 0.0, 1.0);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "OTEL_TRACES_SAMPLER_ARG: " + text + " (expected: 0 to 1, such as 0.1)", e);
    }
  }

  /** Without headers. */
  @Override
  public String toString() {
    return "OtelSettings[" + endpoint.getHost() + "]";
  }
}
