package webhookinspector.conform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * A small receiver as a user may write it. Correct, unless it is given a classic fault. Runs in the
 * test's JVM, or by {@link #main} as a process of its own.
 */
final class SampleReceiver implements ReceiverProcess {

  /** One classic fault each. */
  enum Flaw {
    RESERIALISES_THE_BODY,
    ACCEPTS_ANY_SECRET,
    SINGLE_THREADED,
    FORGETS_ITS_SECRET,
    REFUSES_HEARTBEATS,
    IS_SLOW,
    REDIRECTS,
    DOES_NOT_ECHO,
    CRASHES_ON_OTHER_LENGTHS,
    ANSWERS_BEFORE_KEEPING,
    DEMANDS_A_SIGNATURE,
    WANTS_A_HANDSHAKE_BODY,
    VERIFIES_NOTHING,
    DECODES_THE_KEY,
    SPACES_THE_JSON,
    ANSWERS_202,
    ANSWERS_500_TO_FORGERIES,
    TELLS_THE_EXPECTED_SIGNATURE,
    TELLS_THE_SECRET,
    LIMITS_BODIES_TO_100_KB,
    NEEDS_A_USER,
    FAILS_ON_BROKEN_JSON,
    STOPS_ON_FORGERIES,
    ECHOES_LATE,
    TAKES_UNASKED_HANDSHAKES
  }

  static final Duration SLOW = Duration.ofMillis(600);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;
  private final Set<Flaw> flaws;
  private final int port;
  private boolean takesAny = true;
  private boolean armed;
  private @Nullable Secret secret;
  private @Nullable HttpServer server;
  private ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();

  private SampleReceiver(Path folder, int port, Set<Flaw> flaws) {
    this.folder = folder;
    this.port = port;
    this.flaws = flaws;
  }

  /** Not started. */
  static SampleReceiver with(Path folder, int port, Flaw... flaws) {
    Set<Flaw> all = EnumSet.noneOf(Flaw.class);
    all.addAll(List.of(flaws));
    return new SampleReceiver(folder, port, all);
  }

  /** FOLDER PORT [FLAW…] */
  public static void main(String[] args) throws IOException {
    Flaw[] flaws =
        List.of(args).subList(2, args.length).stream().map(Flaw::valueOf).toArray(Flaw[]::new);
    with(Path.of(args[0]), Integer.parseInt(args[1]), flaws).listen();
  }

  /** Takes handshakes only while armed from now on. */
  SampleReceiver closed() {
    takesAny = has(Flaw.TAKES_UNASKED_HANDSHAKES);
    return this;
  }

  void arm() {
    armed = true;
  }

  private boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  @Override
  public void start() {
    try {
      listen();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void listen() throws IOException {
    Path kept = folder.resolve("secret");
    secret = Files.exists(kept) ? Secret.of(Files.readString(kept)) : null;
    later = Executors.newVirtualThreadPerTaskExecutor();
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    if (!has(Flaw.SINGLE_THREADED)) {
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }
    started.createContext("/hook", this::handle);
    started.start();
    server = started;
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
    later.shutdownNow();
  }

  @Override
  public Runnable readyToKill() {
    return this::stop;
  }

  @Override
  public void awaitEnd() {
    // stop() has waited
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      String signature = exchange.getRequestHeaders().getFirst(Signature.HEADER);
      String offered = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
      if (has(Flaw.REDIRECTS)) {
        exchange.getResponseHeaders().set("Location", "/hook/");
        answer(exchange, 301, "");
      } else if (offered != null) {
        handshake(exchange, offered, signature, bytes);
      } else {
        deliver(exchange, Body.of(bytes), signature);
      }
    }
  }

  private synchronized void handshake(
      HttpExchange exchange, String offered, @Nullable String signature, byte[] bytes)
      throws IOException {
    boolean refused =
        (has(Flaw.DEMANDS_A_SIGNATURE) && signature == null)
            || (has(Flaw.WANTS_A_HANDSHAKE_BODY) && bytes.length == 0)
            || !offered.matches("[A-Za-z0-9_-]{16,512}");
    if (refused) {
      answer(exchange, 400, "");
      return;
    }
    boolean same = secret != null && secret.equals(Secret.of(offered));
    boolean taken = secret != null && !same && !has(Flaw.ACCEPTS_ANY_SECRET);
    if (taken || (secret == null && !takesAny && !armed)) {
      answer(exchange, 401, "");
      return;
    }
    secret = Secret.of(offered);
    armed = false;
    if (!has(Flaw.DOES_NOT_ECHO)) {
      exchange.getResponseHeaders().set("X-Hook-Secret", offered);
    }
    if (has(Flaw.ECHOES_LATE)) {
      later.execute(() -> keepLater(folder.resolve("secret"), offered));
    } else if (!has(Flaw.FORGETS_ITS_SECRET)) {
      Files.writeString(folder.resolve("secret"), offered);
    }
    answer(exchange, 200, has(Flaw.TELLS_THE_SECRET) ? "{\"secret\":\"" + offered + "\"}" : "");
  }

  private void deliver(HttpExchange exchange, Body body, @Nullable String signature)
      throws IOException {
    pauseIf(has(Flaw.IS_SLOW));
    if (has(Flaw.LIMITS_BODIES_TO_100_KB) && body.size() > 100_000) {
      answer(exchange, 413, "");
      return;
    }
    String problem = has(Flaw.VERIFIES_NOTHING) ? "" : problem(exchange, body, signature);
    if (!problem.isEmpty()) {
      if (has(Flaw.STOPS_ON_FORGERIES)) {
        stop();
      }
      answer(exchange, has(Flaw.ANSWERS_500_TO_FORGERIES) ? 500 : 401, problem);
      return;
    }
    if (has(Flaw.REFUSES_HEARTBEATS) && body.text().equals("{\"events\":[]}")) {
      answer(exchange, 400, "no events");
      return;
    }
    if (has(Flaw.NEEDS_A_USER) && body.text().contains("\"user\":null")) {
      answer(exchange, 500, "");
      return;
    }
    if (has(Flaw.FAILS_ON_BROKEN_JSON)) {
      JSON.readTree(body.toBytes());
    }
    Path file = folder.resolve("delivery-" + body.sha256());
    if (has(Flaw.ANSWERS_BEFORE_KEEPING)) {
      later.execute(() -> keepLater(file, body.text()));
    } else {
      Files.write(file, body.toBytes());
    }
    answer(exchange, has(Flaw.ANSWERS_202) ? 202 : 200, "");
  }

  private String problem(HttpExchange exchange, Body body, @Nullable String signature)
      throws IOException {
    Secret own = secret;
    if (own == null || signature == null || signature.isEmpty()) {
      return "no signature";
    }
    String expected = expected(own, body);
    if (has(Flaw.CRASHES_ON_OTHER_LENGTHS) && signature.length() != expected.length()) {
      throw new IllegalArgumentException("Input buffers must have the same byte length");
    }
    List<String> all = exchange.getRequestHeaders().get(Signature.HEADER);
    boolean one = all != null && all.size() == 1;
    boolean matches =
        MessageDigest.isEqual(
            signature.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    if (one && matches) {
      return "";
    }
    return has(Flaw.TELLS_THE_EXPECTED_SIGNATURE) ? "expected " + expected : "forged";
  }

  private String expected(Secret own, Body body) throws IOException {
    if (has(Flaw.RESERIALISES_THE_BODY)) {
      try {
        byte[] again = JSON.writeValueAsBytes(JSON.readTree(body.toBytes()));
        return Signature.of(own, Body.of(again)).hex();
      } catch (tools.jackson.core.JacksonException _) {
        return "not JSON";
      }
    }
    if (has(Flaw.SPACES_THE_JSON)) {
      String spaced =
          body.text().replace("\":", "\": ").replace(",\"", ", \"").replace(",{", ", {");
      return Signature.of(own, Body.of(spaced)).hex();
    }
    return has(Flaw.DECODES_THE_KEY)
        ? WithDecodedKey.sign(own, body)
        : Signature.of(own, body).hex();
  }

  private static void keepLater(Path file, String text) {
    try {
      Thread.sleep(Duration.ofMillis(400));
      Files.writeString(file, text);
    } catch (InterruptedException | IOException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pauseIf(boolean slow) {
    try {
      Thread.sleep(slow ? SLOW : Duration.ZERO);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** What it has kept, as text. */
  String kept() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.newDirectoryStream(folder, "delivery-*")) {
      for (Path file : files) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }
}
