package webhookinspector.checks.secrets;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import webhookinspector.checks.admin.AdminPort;
import webhookinspector.checks.admin.DescribedRoute;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** One life of the program with everything on that could tell something. */
final class WholeRun {

  /** What a command of the user's is told, in every way. */
  private static final String TELL = "(cat; env; tr '\\0' '\\n' < /proc/$PPID/cmdline)";

  private final Path home;
  private final Path data;
  private final Haystack haystack;
  private int commands;
  private int calls;

  WholeRun(Path home, Haystack haystack) {
    this.home = home;
    this.data = home.resolve("data");
    this.haystack = haystack;
  }

  void live(Simulator asana) throws Exception {
    try (var traces = new Traces();
        Watched listen = start(asana, traces)) {
      listen.await("a webhook", () -> !asana.webhooks().isEmpty());
      listen.await("ready", () -> Files.exists(home.resolve("ready.json")));
      asana.team().make(5);
      strangerKnocks(asana.webhooks().getFirst().target());
      listen.await("what the commands write", () -> Files.exists(home.resolve("executed")));
      listen.await("an alert", () -> Files.exists(home.resolve("alerts")));
      haystack.add("the list of processes", listen.commandLine());
      askForEverything();
      runEveryCommand(asana);
      listen.signal("QUIT"); // which prints all threads
      listen.signal("TERM");
      listen.awaitEnd();
      haystack.add("the traces", traces.taken());
    }
    crash(asana);
    refusedByAsana();
    haystack.addFiles("in the end:", home);
  }

  private Watched start(Simulator asana, Traces traces) throws Exception {
    var words =
        List.of(
            "listen",
            asana.project().gid(),
            "--api-base",
            asana.api().toString(),
            "--keep",
            "--debug",
            "--output",
            "json",
            "--data",
            data.toString(),
            "--receiver-port",
            "0",
            "--admin-port",
            "0",
            "--ready-file",
            home.resolve("ready.json").toString(),
            "--forward",
            "http://127.0.0.1:9/",
            "--exec",
            "/bin/sh " + Files.writeString(home.resolve("tell.sh"), TELL + " >> executed\n"),
            "--alert-exec",
            TELL + " >> alerts");
    return Watched.start(
        home,
        Map.of(
            "ASANA_ACCESS_TOKEN", asana.token(), "OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint()),
        words);
  }

  private static void strangerKnocks(URI target) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var knock =
          HttpRequest.newBuilder(target)
              .header("X-Hook-Secret", "0123456789abcdef0123456789abcdef")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      http.send(knock, BodyHandlers.discarding());
    }
  }

  /** Every route that reads, for things that are there. */
  private void askForEverything() throws Exception {
    AdminPort admin = AdminPort.of(data);
    String id = admin.get("/api/v1/deliveries").path("deliveries").path(0).path("id").asString();
    String gid = admin.get("/api/v1/webhooks").path("webhooks").path(0).path("gid").asString("1");
    Map<String, String> existing =
        Map.of("id", id, "a", id, "b", id, "gid", gid, "number", "1", "name", "ads");
    for (DescribedRoute route : DescribedRoute.of(admin)) {
      String path = route.path(existing);
      if (!route.changes() && !path.endsWith("/feed")) {
        calls++;
        var answer = admin.send("GET", path, "");
        haystack.add("the answer to " + path, answer.headers().map() + "\n\n" + answer.body());
      }
    }
  }

  private void runEveryCommand(Simulator asana) throws Exception {
    var all = new ArrayList<List<String>>();
    for (String format : List.of("jsonl", "har", "curl", "httpie", "csv")) {
      all.add(List.of("export", "--format", format, "--file", "export." + format));
      all.add(
          List.of("export", "--format", format, "--file", "signed." + format, "--keep-signatures"));
    }
    all.add(List.of("export", "--redact", "--file", "redacted.jsonl"));
    all.add(List.of("backup", "backup.zip"));
    all.add(List.of("list", "--output", "json"));
    all.add(List.of("inboxes", "list"));
    all.add(List.of("search", "events"));
    for (List<String> words : all) {
      run(Map.of(), words);
    }
    run(
        Map.of("ASANA_ACCESS_TOKEN", asana.token()),
        List.of("webhooks", "list", "--debug", "--api-base", asana.api().toString()));
  }

  private void run(Map<String, String> environment, List<String> words) throws Exception {
    var all = new ArrayList<>(words);
    all.addAll(List.of("--data", data.toString()));
    commands++;
    int exit = Watched.run(home, environment, all);
    if (exit != 0) {
      throw new IllegalStateException(words + ": exit code " + exit);
    }
  }

  /** A machine fault, after which the JVM writes its report. */
  private void crash(Simulator asana) throws Exception {
    Files.deleteIfExists(home.resolve("ready.json"));
    try (var traces = new Traces();
        Watched listen = start(asana, traces)) {
      listen.await("ready", () -> Files.exists(home.resolve("ready.json")));
      listen.signal("SEGV");
      listen.awaitEnd();
    }
  }

  /** Asana says that the token is wrong. */
  private void refusedByAsana() throws Exception {
    try (Simulator other = Simulator.start(SimulatorSettings.DEFAULTS)) {
      Watched.run(
          home,
          Map.of("ASANA_ACCESS_TOKEN", SecretsNowhere.TOKEN),
          List.of("webhooks", "list", "--debug", "--api-base", other.api().toString()));
      Watched.run(
          home,
          Map.of(),
          List.of("webhooks", "list", "--token", SecretsNowhere.TOKEN, "--data", data.toString()));
    }
  }

  int commands() {
    return commands;
  }

  int calls() {
    return calls;
  }
}
