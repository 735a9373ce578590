package webhookinspector.checks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.checks.JavaCommand;
import webhookinspector.delivery.Body;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.web.AdminKey;
import webhookinspector.web.Search;
import webhookinspector.web.http.HttpAdmin;

/**
 * What a reader of the pages has before him: a home, a local Asana in which something happens, a
 * receiver that runs on the usual data folder, a program of his own that takes deliveries.
 */
final class Stage implements AutoCloseable {

  /** As many as the numbers on the pages ask for, such as {@code diff 41 58}. */
  private static final int DELIVERIES = 62;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final String DATA = ".local/share/webhook-inspector";

  private static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559e8bd39d6");
  private static final Body BODY = Body.of("{\"events\":[]}");

  /** Of {@code body.json} with the secret in {@code secret.txt}. */
  static final String SIGNATURE = Signature.of(SECRET, BODY).hex();

  final Path home;
  final Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS);
  private final HttpServer target;
  private final Process receiver;
  final JsonNode ready;
  final HttpAdmin admin;
  final Ref task;

  private Stage(Path folder) throws Exception {
    this.home = Files.createDirectories(folder.resolve("home"));
    this.target = takesEverything();
    furnish();
    this.receiver = listen();
    this.ready = awaitReady();
    this.admin = new HttpAdmin(uri("admin"), key());
    this.task = asana.changes().createTask(asana.project(), "Fix login");
    work();
  }

  static Stage set(Path folder) throws Exception {
    return new Stage(folder);
  }

  private static HttpServer takesEverything() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String secret = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
          if (secret != null) {
            exchange.getResponseHeaders().add("X-Hook-Secret", secret);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  /**
   * The program on the PATH, and a configuration that leads it to the local Asana and free ports.
   */
  private void furnish() throws IOException {
    Files.createDirectories(home.resolve("bin"));
    String words = String.join("' '", JavaCommand.of("webhookinspector.cli.Main"));
    script("bin/inspector", "exec '" + words + "' \"$@\"");
    Files.createSymbolicLink(home.resolve("inspector"), home.resolve("bin/inspector"));
    script("on-event.sh", "cat > /dev/null");
    Path config = Files.createDirectories(home.resolve(".config/webhook-inspector"));
    Files.writeString(
        config.resolve("config.toml"),
        "api-base = \"" + asana.api() + "\"\nreceiver-port = 0\nadmin-port = 0\n");
    Files.writeString(home.resolve("body.json"), BODY.text());
    Files.writeString(home.resolve("secret.txt"), "b537207f20cbfa02357cf448134da559e8bd39d6\n");
    Files.writeString(
        home.resolve("request.http"), "POST /hook HTTP/1.1\r\nHost: x\r\n\r\n{\"events\":[]}");
  }

  private void script(String name, String text) throws IOException {
    Path file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process listen() throws IOException {
    var words = new ArrayList<>(List.of(home.resolve("bin/inspector").toString(), "listen"));
    words.addAll(List.of(asana.project().gid(), "--output", "json"));
    words.addAll(List.of("--ready-file", home.resolve("ready.json").toString()));
    var builder = new ProcessBuilder(words).directory(home.toFile()).redirectErrorStream(true);
    builder.redirectOutput(home.resolve("listen.txt").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    return builder.start();
  }

  /** All variables that a reader has. */
  Map<String, String> environment() {
    return Map.of(
        "PATH",
        home.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin",
        "HOME",
        home.toString(),
        "LANG",
        "C.UTF-8",
        "ASANA_ACCESS_TOKEN",
        asana.token());
  }

  private JsonNode awaitReady() throws Exception {
    await("the receiver does not start", () -> Files.exists(home.resolve("ready.json")));
    return JsonMapper.shared().readTree(home.resolve("ready.json"));
  }

  /** Changes in the project, one after the other, until enough has arrived. */
  private void work() throws Exception {
    for (int i = 0; i < DELIVERIES; i++) {
      asana.changes().rename(task, i % 2 == 0 ? "Fix login" : "Fix the login");
      asana.advance(Duration.ofSeconds(2));
    }
    asana.changes().complete(task);
    asana.advance(Duration.ofSeconds(2));
    await("deliveries do not arrive", () -> newest().size() >= 2 && admin.count("") > DELIVERIES);
  }

  /** From now on somebody completes and reopens the task all the time, until this is closed. */
  void somebodyWorks() {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (receiver.isAlive()) {
                  asana.changes().complete(task);
                  asana.changes().reopen(task);
                  TimeUnit.MILLISECONDS.sleep(500);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Ids of the newest deliveries with events, the newest last. */
  List<String> newest() {
    return admin.deliveries(new Search("kind=events", null, null, 10)).stream()
        .map(line -> line.id().toString())
        .toList();
  }

  /** As it was, whatever a page did to the local Asana. */
  void tidy() {
    asana.faults().clear();
    asana.team().rest();
  }

  private void await(String what, java.util.concurrent.Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      if (!receiver.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            what + ":\n" + Files.readString(home.resolve("listen.txt")));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private AdminKey key() throws IOException {
    return AdminKey.of(Files.readString(home.resolve(DATA).resolve("admin.key"), UTF_8).strip());
  }

  /** An address of the receiver, {@code receiver} or {@code admin}. */
  URI uri(String name) {
    return URI.create(ready.required(name).asString());
  }

  /** Where the reader's own program listens. */
  int targetPort() {
    return target.getAddress().getPort();
  }

  @Override
  public void close() {
    admin.close();
    receiver.destroy();
    receiver.onExit().completeOnTimeout(receiver, 20, TimeUnit.SECONDS).join();
    receiver.destroyForcibly().onExit().join();
    asana.close();
    target.stop(0);
  }
}
