package webhookinspector.tracing.otel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A collector that takes OTLP/HTTP in protobuf, on loopback, and remembers the spans. */
final class CollectorStandIn implements AutoCloseable {

  /** What matters of a span. */
  record Span(
      String trace, String id, @Nullable String parent, String name, Map<String, String> notes) {}

  final List<Span> spans = new CopyOnWriteArrayList<>();
  final List<String> passwords = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  CollectorStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    passwords.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key")));
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream in =
        zipped
            ? new GZIPInputStream(new ByteArrayInputStream(sent))
            : new ByteArrayInputStream(sent)) {
      read(new Protobuf(in.readAllBytes()));
    }
    exchange.sendResponseHeaders(200, 0);
    exchange.close();
  }

  /** ExportTraceServiceRequest, ResourceSpans, ScopeSpans (opentelemetry-proto, trace.proto). */
  private void read(Protobuf request) {
    request.messages(1).stream()
        .flatMap(resource -> resource.messages(2).stream())
        .flatMap(scope -> scope.messages(2).stream())
        .map(CollectorStandIn::span)
        .forEach(spans::add);
  }

  private static Span span(Protobuf span) {
    var notes = new TreeMap<String, String>();
    span.messages(9).forEach(pair -> notes.put(pair.text(1), pair.messages(2).getFirst().text(1)));
    byte[] parent = span.bytes(4);
    return new Span(
        HexFormat.of().formatHex(span.bytes(1)),
        HexFormat.of().formatHex(span.bytes(2)),
        parent.length == 0 ? null : HexFormat.of().formatHex(parent),
        span.text(5),
        notes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
