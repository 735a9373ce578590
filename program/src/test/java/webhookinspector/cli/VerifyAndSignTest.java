package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Body;

class VerifyAndSignTest {

  /** Printed in the webhooks guide, so it is no secret. */
  private static final String SECRET =
      "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81";

  private static final String OF_HEARTBEAT =
      "10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853";

  @TempDir Path folder;
  private String secretFile = "";

  @BeforeEach
  void writeTheSecret() throws IOException {
    secretFile = Files.writeString(folder.resolve("secret.txt"), SECRET + "\n").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"events\":[]}|10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853",
        "{\"events\": []}|d8d04483c42e72eb6c47faef420fc5da092d8bfd42377fbb9de2fa2f38bfa497",
        "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"1200000000000001\","
            + "\"resource_type\":\"task\",\"name\":\"Café 🚀\"}}]}"
            + "|d0dd593ee9c960173e28307bc5ac50ceba386d81aa6a9843dff2a46387253cb3",
      })
  void signsAndVerifiesTheGoldenVectorsFromStandardInput(String body, String hex) {
    assertThat(Typed.withInput(body, "sign", "--secret-file", secretFile))
        .isEqualTo(new Typed(0, Body.of(hex + System.lineSeparator()), ""));
    assertThat(verify(body, hex).exit()).isZero();
    assertThat(verify(body, hex).out()).startsWith("authentic: ");
  }

  @Test
  void readsTheBodyFromAFile() throws IOException {
    Path body = Files.writeString(folder.resolve("body.json"), "{\"events\":[]}");
    Typed typed = Typed.line("sign", "--secret-file", secretFile, body.toString());
    assertThat(typed.out()).isEqualToIgnoringNewLines(OF_HEARTBEAT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'{\"events\":[]}\n'|a line end was added",
        "'{\"events\": []}'|compact JSON was signed",
        "'\uFEFF{\"events\":[]}'|byte order mark",
      })
  void namesTheAccidentThatExplainsAMismatch(String body, String reason) {
    Typed typed = verify(body, OF_HEARTBEAT);
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).startsWith("forged: ");
    assertThat(typed.err()).contains(reason);
  }

  @Test
  void saysThatAnUpperCaseSignatureWouldMatchInLowerCase() {
    Typed typed = verify("{\"events\":[]}", OF_HEARTBEAT.toUpperCase(java.util.Locale.ROOT));
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.err()).contains("lower case");
  }

  @Test
  void neverPrintsTheSecretOrTheRightSignature() {
    Typed typed = verify("{\"events\":[1]}", OF_HEARTBEAT);
    String right = Typed.withInput("{\"events\":[1]}", "sign", "--secret-file", secretFile).out();
    assertThat(typed.out() + typed.err()).doesNotContain(SECRET).doesNotContain(right.strip());
  }

  @Test
  void namesASecretFileThatIsNotThere() {
    Typed typed = Typed.line("sign", "--secret-file", "nowhere.txt");
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err())
        .contains("nowhere.txt")
        .doesNotContain("Exception")
        .doesNotContain("\tat");
  }

  private Typed verify(String body, String hex) {
    return Typed.withInput(body, "verify", "--secret-file", secretFile, "--signature", hex);
  }
}
