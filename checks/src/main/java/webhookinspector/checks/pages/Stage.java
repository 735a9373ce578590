package webhookinspector.checks.pages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
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

  private static final Duration STEP = Duration.ofSeconds(2);
  private static final Duration PAST = STEP.multipliedBy(DELIVERIES + 1);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  final Simulator asana =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.now().minus(PAST)));

  /** For pages that do to an Asana what the receiver here shall not suffer from. */
  final Simulator anotherAsana = Simulator.start(SimulatorSettings.DEFAULTS);

  final OwnProgram ownProgram = new OwnProgram();
  final Home home;
  final HttpAdmin admin;
  final Ref task = asana.changes().createTask(asana.project(), "Fix login");
  private final Process receiver;
  private final JsonNode ready;

  /**
   * @param folder empty
   */
  Stage(Path folder) throws Exception {
    this.home = new Home(Files.createDirectories(folder.resolve("home")), asana.api());
    this.receiver = listen();
    try {
      this.ready = awaitReady();
      String key = Files.readString(home.data().resolve("admin.key")).strip();
      this.admin = new HttpAdmin(URI.create(ready.required("admin").asString()), AdminKey.of(key));
      fillThePast();
    } catch (Exception e) {
      receiver.destroyForcibly();
      throw e;
    }
  }

  private Process listen() throws IOException {
    Path folder = home.folder();
    List<String> words =
        List.of(
            folder.resolve("bin/inspector").toString(),
            "listen",
            asana.project().gid(),
            "--output",
            "json",
            "--receiver-port",
            "0",
            "--admin-port",
            "0",
            "--data",
            home.data().toString(),
            "--ready-file",
            folder.resolve("ready.json").toString());
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("listen.txt").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    return builder.start();
  }

  private JsonNode awaitReady() throws Exception {
    Path file = home.folder().resolve("ready.json");
    await("the receiver does not start", () -> Files.exists(file));
    return JsonMapper.shared().readTree(file);
  }

  /** Changes in the project, one after the other, until the clock has come to the present. */
  private void fillThePast() throws Exception {
    await("no webhook is created", () -> !asana.webhooks().isEmpty());
    for (int i = 0; i < DELIVERIES; i++) {
      asana.changes().rename(task, i % 2 == 1 ? "Fix login" : "Fix the login");
      asana.advance(STEP);
    }
    asana.changes().complete(task);
    asana.advance(STEP);
    asana.clockSpeed(1);
    await("deliveries do not arrive", () -> admin.count("") > DELIVERIES);
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

  /** All variables that a reader has. */
  Map<String, String> environment() {
    return home.environment(asana.token());
  }

  /** Ids of the newest deliveries with events, the newest last. */
  List<String> newest() {
    return admin.deliveries(new Search("kind=events", null, null, 10)).stream()
        .map(line -> line.id().toString())
        .toList();
  }

  /** Of the receiver that runs all the time. */
  URI adminAddress() {
    return URI.create(ready.required("admin").asString());
  }

  private void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      if (!receiver.isAlive() || System.nanoTime() > end) {
        String said = Files.readString(home.folder().resolve("listen.txt"));
        throw new IllegalStateException(what + ":\n" + said);
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Override
  public void close() throws IOException {
    admin.close();
    receiver.destroy();
    receiver.onExit().completeOnTimeout(receiver, 20, TimeUnit.SECONDS).join();
    home.endAll();
    asana.close();
    anotherAsana.close();
    ownProgram.close();
  }
}
