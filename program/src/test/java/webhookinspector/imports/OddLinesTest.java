package webhookinspector.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.inbox.Position;

/** Lines that are no delivery, behind one that is. */
class OddLinesTest {

  private static final String GOOD =
      "{\"type\":\"delivery\",\"id\":\"01J900000000000000000000A1\",\"inbox\":\"ads\","
          + "\"receivedAt\":\"2026-06-12T08:00:00Z\",\"headers\":[],\"body\":\"{}\"}";

  @TempDir static Path folder;
  private static Shelf shelf;

  @BeforeAll
  static void open() {
    shelf = new Shelf(folder, 1);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"delivery\"}                        | headers: missing",
        "{\"type\":\"export\",\"version\":2}            | version: 2 (expected: 1 to 1)",
        "{\"type\":\"gift\"}                            | type: gift (expected: export, delivery or end)",
        "{\"type\":\"end\",\"deliveries\":5}            | deliveries: 5 (expected: as many as stand above, 1)",
        "{\"type\":\"export\",\"version\":1}            | a head (expected: one",
        "{\"typo\":1}                                   | type: missing",
        "{\"type\":\"delivery\",\"type\":\"delivery\"}  | expected: one whole JSON object",
        "{\"type\":\"delivery\"                         | expected: one whole JSON object",
        "[]                                             | expected: one whole JSON object",
        "GOOD,\"colour\":\"red\"                        | colour: unknown",
        "GOOD,\"answer\":99999                          | answer: 99999 (expected: 0 to 599)",
        "GOOD,\"pinned\":\"yes\"                        | pinned: \"yes\" (expected: true or false)",
        "GOOD,\"source\":\"moon\"                       | source: moon",
        "GOOD,\"source\":\"webhook\",\"verdict\":\"x\"  | because: missing",
        "GOOD,\"sha256\":\"00\"                         | sha256: 00 (expected: the hash of the body",
        "GOOD,\"bodyBase64\":\"AA==\"                   | body: twice",
        "{\"type\":\"delivery\",\"headers\":[],\"bodyBase64\":\"?\"} | bodyBase64: \"?\" (expected: base 64)",
        "{\"type\":\"delivery\",\"headers\":[[\"a\"]],\"body\":\"\"} | headers: [\"a\"]",
        "{\"type\":\"delivery\",\"headers\":[[\"a:b\",\"\"]],\"body\":\"\"} | headers: a:b",
        "{\"type\":\"delivery\",\"headers\":[[\"a\",\"b\\nc\"]],\"body\":\"\"} | headers: a",
        "{\"type\":\"delivery\",\"headers\":[[\"a\",\"Ω\"]],\"body\":\"\"} | headers: a",
        "{\"type\":\"delivery\",\"id\":\"../../x\",\"headers\":[],\"body\":\"\"} | id: ../../x",
        "{\"type\":\"delivery\",\"inbox\":\"../x\",\"headers\":[],\"body\":\"\"} | inbox: ../x",
        "{\"type\":\"delivery\",\"receivedAt\":\"1066-01-01T00:00:00Z\",\"headers\":[],\"body\":\"\"} | receivedAt: 1066",
        "{\"type\":\"delivery\",\"receivedAt\":\"soon\",\"headers\":[],\"body\":\"\"} | receivedAt: soon",
        "{\"type\":\"delivery\",\"note\":\"\",\"headers\":[],\"body\":\"\"} | note:"
      })
  void namesTheLineAndKeepsNothing(String line, String complaint) {
    String odd = line.replace("GOOD", GOOD.substring(0, GOOD.length() - 1));
    odd = line.startsWith("GOOD") ? odd.replace("A1", "A2") + "}" : odd;
    byte[] file = (GOOD + "\n\n" + odd + "\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> shelf.take(file, Shelf.wish(FileForm.JSONL)))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("line 3: ")
        .hasMessageContaining(complaint);
    assertThat(shelf.ledger.last()).isEqualTo(Position.START);
  }
}
