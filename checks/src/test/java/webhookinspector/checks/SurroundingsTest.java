package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd places to run in: locales, time zones, folders that cannot be written. */
class SurroundingsTest {

  private static final String OF_HEARTBEAT =
      "10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853";

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "tr_TR.UTF-8,tr,Europe/Istanbul",
    "C,en,UTC",
    "POSIX,ar,Pacific/Kiritimati",
    "de_DE.ISO-8859-1,de,America/St_Johns"
  })
  void doNotChangeASignature(String locale, String language, String zone) throws IOException {
    Path secret =
        Files.writeString(
            home.resolve("secret"),
            "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81");
    Path body = Files.writeString(home.resolve("body"), "{\"events\":[]}");
    var environment =
        Map.of("LC_ALL", locale, "TZ", zone, "JDK_JAVA_OPTIONS", "-Duser.language=" + language);
    try (Program verify =
        Program.run(
            home,
            environment,
            "verify",
            "--secret-file",
            secret.toString(),
            "--signature",
            OF_HEARTBEAT,
            body.toString())) {
      assertThat(verify.exitCode()).as(verify.toString()).isZero();
      assertThat(verify.out().getFirst()).startsWith("authentic: ");
    }
  }

  @Test
  void letTheDemoRunInTurkish() {
    var environment =
        Map.of("LC_ALL", "tr_TR.UTF-8", "JDK_JAVA_OPTIONS", "-Duser.language=tr -Duser.country=TR");
    try (Program demo = Program.run(home, environment, "demo", "--for", "1s", "--output", "json")) {
      assertThat(demo.exitCode()).as(demo.toString()).isZero();
      assertThat(demo.json("handshake")).hasSize(1);
      assertThat(demo.json("delivery"))
          .isNotEmpty()
          .allMatch(line -> line.required("verdict").asString().equals("authentic"));
    }
  }

  @Test
  void areRefusedInWordsWhereNothingCanBeWritten() {
    try (Program serve =
        Program.run(home, Map.of(), "serve", "--data", "/proc/inspector", "--output", "json")) {
      assertThat(serve.exitCode()).isEqualTo(5);
      assertThat(serve.err()).hasSize(2).noneMatch(line -> line.contains("Exception"));
      assertThat(serve.err().getFirst()).startsWith("data: /proc/inspector cannot be used");
    }
  }
}
