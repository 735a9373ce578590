package webhookinspector.checks.secrets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.trust.Secret;

/** Lets the program live with a marked token, then looks for it and for the secrets everywhere. */
public final class SecretsNowhere implements Check {

  static final String TOKEN = "2/canary/7d1f0c:b35a9ee2";

  @Override
  public String name() {
    return "secrets-nowhere";
  }

  @Override
  public String promise() {
    return "token and secrets are in no log, answer, export, trace, crash report or child process";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; SecretsTest and TelemetryTest try a shorter life");
    }
    Path home = Files.createDirectory(folder.resolve("home"));
    var haystack = new Haystack();
    var run = new WholeRun(home, haystack);
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS.withToken(TOKEN))) {
      run.live(asana);
    }
    haystack.add("the registry but its secrets", registryWithoutSecrets(home, folder));
    var found = new ArrayList<>(haystack.find(Needle.of("the token", TOKEN), where -> false));
    List<String> secrets = secrets(home);
    for (String secret : secrets) {
      found.addAll(
          haystack.find(Needle.of("a secret", secret), where -> where.contains("registry.db")));
    }
    String key = Files.readString(home.resolve("data/admin.key")).strip();
    found.addAll(
        haystack.find(
            Needle.of("the admin key", key),
            where -> where.contains("admin.key") || where.contains("running.json")));
    int planted = plantedAndFound();
    return Outcome.of(
        found.isEmpty()
            && !secrets.isEmpty()
            && planted == 8
            && haystack.has("hs_err_pid")
            && haystack.has("backup.zip/ledger.db"),
        String.format(
            Locale.ROOT,
            "%d routes read, %d commands, a crash: %d places, %d KB, looked through for the token,"
                + " %d secrets and the admin key: %d found%s; control: %d of 8 planted forms found",
            run.calls(),
            run.commands(),
            haystack.places(),
            haystack.bytes() / 1_000,
            secrets.size(),
            found.size(),
            found.isEmpty() ? "" : " (" + String.join("; ", found) + ")",
            planted));
  }

  private static List<String> secrets(Path home) {
    try (var registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
      return registry.inboxes().stream()
          .flatMap(
              inbox ->
                  Stream.concat(
                      Stream.ofNullable(inbox.secrets().confirmed()),
                      inbox.secrets().candidates().stream()))
          .map(Secret::reveal)
          .toList();
    }
  }

  /** A copy in which the one column that may hold them is empty. */
  private static byte[] registryWithoutSecrets(Path home, Path folder) throws Exception {
    Path copy = folder.resolve("copy.db");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/registry.db"));
        var statement = connection.createStatement()) {
      statement.execute("VACUUM INTO '" + copy + "'");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = connection.createStatement()) {
      statement.execute("UPDATE secret SET text = ''");
      statement.execute("VACUUM");
    }
    return Files.readAllBytes(copy);
  }

  private static int plantedAndFound() {
    Needle needle = Needle.of("a canary", "canary/with:signs-0123456789abcdef");
    int found = 0;
    for (String form : needle.forms().values()) {
      var control = new Haystack();
      control.add("somewhere", "in front " + form + " and behind");
      found += control.find(needle, where -> false).isEmpty() ? 0 : 1;
    }
    return found;
  }
}
