package webhookinspector.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static webhookinspector.history.Told.by;
import static webhookinspector.history.Told.change;

import java.util.List;
import org.junit.jupiter.api.Test;
import webhookinspector.history.Folded;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Excerpt;

class ExcerptsTest {

  private static final DeliveryLine LINE =
      by(1, "a", true, change("500", "name", 1), change("501", "due_on", 2)).line();

  private static List<Excerpt> of(String body, String... words) {
    List<String> folded = List.of(words).stream().map(Folded::of).toList();
    return Excerpts.of(LINE, folded, () -> body);
  }

  @Test
  void looksIntoSentencesFirst() {
    assertThat(of("nothing", "DUE DATE"))
        .containsExactly(
            new Excerpt(Excerpt.SENTENCE, "Ann changed the ", "due date", " of task “Fix logout”"));
  }

  @Test
  void cutsABodyAroundTheWords() {
    String body =
        "{\"events\":[" + "1,".repeat(100) + "\n  \"Wörter\"  ," + "2,".repeat(100) + "]}";
    Excerpt excerpt = of(body, "WÖRT").getFirst();
    assertThat(excerpt.in()).isEqualTo(Excerpt.BODY);
    assertThat(excerpt.match()).isEqualTo("Wört");
    assertThat(excerpt.before()).startsWith("…").endsWith(",1, \"").hasSizeLessThan(62);
    assertThat(excerpt.after()).startsWith("er\" ,2,2,").endsWith("…").hasSizeLessThan(62);
  }

  @Test
  void cutsWholeCharactersWhateverTheirLength() {
    String smiles = "\uD83D\uDE00".repeat(100);
    Excerpt excerpt = of(smiles + "İstanbul" + smiles, "stanbul").getFirst();
    assertThat(excerpt.match()).isEqualTo("stanbul");
    assertThat(excerpt.before()).isEqualTo("…" + "\uD83D\uDE00".repeat(59) + "İ");
    assertThat(excerpt.after()).isEqualTo("\uD83D\uDE00".repeat(60) + "…");
  }

  @Test
  void showsEachOfSeveralWordsOnceAndNothingOfWhatIsNotThere() {
    assertThat(of("some body", "some", "fix login", "absent", "body"))
        .extracting(Excerpt::match)
        .containsExactly("some", "Fix login");
  }
}
