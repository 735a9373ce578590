package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.storage.SecretsKey;
import webhookinspector.trust.Secret;

/** Token and webhook secrets stay where they belong. */
class SecretsTest {

  private static final String TOKEN = "2/canary/7d1f0c:b35a9ee2";

  @TempDir Path home;

  @Test
  void areNowhereButInTheRegistry() throws Exception {
    var settings = SimulatorSettings.DEFAULTS.withToken(TOKEN);
    Map<String, byte[]> written;
    try (Simulator asana = Simulator.start(settings);
        Program listen =
            Programs.listen(
                home,
                asana,
                "--keep",
                "--debug",
                "--ready-file",
                home.resolve("ready").toString())) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1);
      asana.team().make(5);
      await().until(() -> listen.json("delivery").size() >= 2);
      assertThat(Files.readString(Path.of("/proc/" + listen.pid() + "/cmdline")))
          .doesNotContain(TOKEN);
      written = everythingIn(home);
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();
      written.put("standard output", String.join("\n", listen.out()).getBytes(UTF_8));
      written.put("standard error", String.join("\n", listen.err()).getBytes(UTF_8));
    }
    everythingIn(home).forEach((name, bytes) -> written.put(name + " at the end", bytes));
    assertThat(written.keySet()).anyMatch(name -> name.contains("ledger.db-wal"));

    assertThat(written).allSatisfy((name, bytes) -> assertAbsent(TOKEN, name, bytes));
    for (String secret : secrets(SecretsKey.NONE)) {
      written.forEach(
          (name, bytes) -> {
            if (!name.contains("registry.db")) {
              assertAbsent(secret, name, bytes);
            }
          });
    }
  }

  @Test
  void areSealedUnderAKeyThatLiesElsewhere() throws Exception {
    String key = Files.writeString(home.resolve("secrets.key"), "5a".repeat(32)).toString();
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS);
        Program listen = Programs.listen(home, asana, "--keep", "--secrets-key", key)) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1);
      asana.team().make(5);
      await().until(() -> listen.json("delivery").size() >= 2);
      assertThat(listen.json("delivery"))
          .allMatch(line -> line.path("verdict").asString().equals("authentic"));
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();
    }
    List<String> secrets = secrets(SecretsKey.of(HexFormat.of().parseHex("5a".repeat(32))));
    everythingIn(home.resolve("data"))
        .forEach((name, bytes) -> secrets.forEach(secret -> assertAbsent(secret, name, bytes)));

    try (Program list = list()) {
      assertThat(list.exitCode()).isEqualTo(5);
      assertThat(list.toString()).contains("secrets-key: none").contains("--secrets-key FILE");
    }
    String other = Files.writeString(home.resolve("other.key"), "5b".repeat(32)).toString();
    try (Program list = list("--secrets-key", other)) {
      assertThat(list.exitCode()).isEqualTo(5);
      assertThat(list.toString()).contains("it does not open the secrets");
    }
    try (Program list = list("--secrets-key", key)) {
      assertThat(list.exitCode()).as(list.toString()).isZero();
    }
  }

  private Program list(String... more) {
    var words = new ArrayList<String>(List.of("list", "--data", home.resolve("data").toString()));
    words.addAll(List.of(more));
    return Program.run(home, Map.of(), words.toArray(String[]::new));
  }

  @Test
  void areRefusedAsArgumentsWithoutBeingRepeated() {
    try (Program listen =
        Program.run(home, Map.of(), "listen", "1", "--token", TOKEN, "--output", "json")) {
      assertThat(listen.exitCode()).isEqualTo(2);
      assertThat(listen.toString()).contains("--token-file").doesNotContain(TOKEN);
    }
  }

  private List<String> secrets(SecretsKey key) {
    try (var registry = SqliteRegistry.open(home.resolve("data/registry.db"), key)) {
      List<String> secrets =
          registry.inboxes().stream()
              .flatMap(inbox -> Stream.ofNullable(inbox.secrets().confirmed()))
              .map(Secret::reveal)
              .toList();
      assertThat(secrets).isNotEmpty();
      return secrets;
    }
  }

  private static Map<String, byte[]> everythingIn(Path folder) throws IOException {
    var all = new LinkedHashMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  private static void assertAbsent(String secret, String name, byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    byte[] plain = secret.getBytes(UTF_8);
    assertThat(text.contains(secret)).as("%s holds it plainly", name).isFalse();
    assertThat(text.contains(HexFormat.of().formatHex(plain))).as("%s in hex", name).isFalse();
    assertThat(text.contains(URLEncoder.encode(secret, UTF_8))).as("%s in a URL", name).isFalse();
    for (int shift = 0; shift < 3; shift++) {
      assertThat(text.contains(base64(plain, shift))).as("%s in base 64", name).isFalse();
    }
  }

  /** What all encodings have in common that hold the secret behind so many other bytes. */
  private static String base64(byte[] plain, int shift) {
    byte[] shifted = new byte[shift + plain.length];
    System.arraycopy(plain, 0, shifted, shift, plain.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2);
  }
}
