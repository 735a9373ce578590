package webhookinspector.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import webhookinspector.history.Folded;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Excerpt;

/** Shows where words stand: each of them once, in the first place that a person would look at. */
final class Excerpts {

  /** Of a delivery; more cannot be taken in at a glance. */
  private static final int MOST = 3;

  /** In characters of a body: what stands behind is found, but not shown. */
  private static final int LOOKED_THROUGH = 256 * 1024;

  private Excerpts() {}

  /**
   * @param words folded
   * @param body asked for only if some words stand nowhere else
   */
  static List<Excerpt> of(DeliveryLine line, List<String> words, Supplier<String> body) {
    var excerpts = new ArrayList<Excerpt>();
    String text = null;
    for (String word : words.subList(0, Math.min(MOST, words.size()))) {
      Optional<Excerpt> found = inSentences(line, word).or(() -> inNote(line, word));
      if (found.isEmpty()) {
        text = text == null ? cut(body.get()) : text;
        found = in(Excerpt.BODY, text, word);
      }
      found.ifPresent(excerpts::add);
    }
    return excerpts;
  }

  private static String cut(String body) {
    return body.length() <= LOOKED_THROUGH ? body : body.substring(0, LOOKED_THROUGH);
  }

  private static Optional<Excerpt> inSentences(DeliveryLine line, String word) {
    return line.events().stream()
        .map(EventLine::sentence)
        .flatMap(sentence -> in(Excerpt.SENTENCE, sentence, word).stream())
        .findFirst();
  }

  private static Optional<Excerpt> inNote(DeliveryLine line, String word) {
    return Optional.ofNullable(line.note()).flatMap(note -> in(Excerpt.NOTE, note, word));
  }

  /** Folding leaves as many characters as there were, but not always as long ones. */
  private static Optional<Excerpt> in(String place, String text, String word) {
    String folded = Folded.of(text);
    int at = folded.indexOf(word);
    if (at < 0) {
      return Optional.empty();
    }
    int from = text.offsetByCodePoints(0, folded.codePointCount(0, at));
    int to = text.offsetByCodePoints(from, word.codePointCount(0, word.length()));
    return Optional.of(Excerpt.of(place, text, from, to));
  }
}
