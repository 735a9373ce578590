package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
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
    for (String secret : secrets()) {
      written.forEach(
          (name, bytes) -> {
            if (!name.contains("registry.db")) {
              assertAbsent(secret, name, bytes);
            }
          });
    }
  }

  @Test
  void areRefusedAsArgumentsWithoutBeingRepeated() {
    try (Program listen =
        Program.run(home, Map.of(), "listen", "1", "--token", TOKEN, "--output", "json")) {
      assertThat(listen.exitCode()).isEqualTo(2);
      assertThat(listen.toString()).contains("--token-file").doesNotContain(TOKEN);
    }
  }

  private List<String> secrets() {
    try (var registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
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
