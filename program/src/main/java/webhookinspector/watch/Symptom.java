package webhookinspector.watch;

import java.util.Comparator;
import webhookinspector.registry.Level;

/**
 * One thing to say about a webhook.
 *
 * @param sentence for a person, without a full stop
 */
record Symptom(Word word, Level level, String sentence) {

  /** The most urgent first. */
  static final Comparator<Symptom> URGENCY =
      Comparator.comparing(Symptom::level).reversed().thenComparing(Symptom::word);
}
