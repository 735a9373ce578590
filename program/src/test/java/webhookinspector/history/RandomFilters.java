package webhookinspector.history;

import java.util.List;
import java.util.Random;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Inspected;

/** Filters of every form, most of which find something. */
public final class RandomFilters {

  private static final List<String> WORDS =
      List.of("wörterbuch", "CHANGED", "task …0", "1200000000000", "ä", "no", "\"}}]\"", "née");

  private final Random random;
  private final List<Inspected> corpus;

  public RandomFilters(Random random, List<Inspected> corpus) {
    this.random = random;
    this.corpus = corpus;
  }

  /** The next one. */
  public String next() {
    return any(2);
  }

  private String any(int depth) {
    int parts = 1 + random.nextInt(3);
    var filter = new StringBuilder(one(depth));
    for (int i = 1; i < parts; i++) {
      filter.append(random.nextInt(4) == 0 ? " or " : " ").append(one(depth));
    }
    return filter.toString();
  }

  private String one(int depth) {
    return depth > 0 && random.nextInt(5) == 0 ? "(" + any(depth - 1) + ")" : condition();
  }

  private String condition() {
    return switch (random.nextInt(12)) {
      case 0 -> "since=" + random.nextInt(70) + "m";
      case 1 -> "before=" + random.nextInt(70) + "m";
      case 2, 3 -> words();
      default -> field();
    };
  }

  /** Words that stand in some text, or in none. */
  public String words() {
    if (random.nextBoolean()) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      return word.startsWith("\"") ? "\"" + word.replace("\"", "\\\"") + "\"" : "\"" + word + "\"";
    }
    String text = corpus.get(random.nextInt(corpus.size())).text();
    int from = random.nextInt(text.length());
    String some = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(30)));
    return some.isBlank() ? "x" : "\"" + some.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String field() {
    List<FilterField> fields = List.of(FilterField.values());
    FilterField field = fields.get(random.nextInt(fields.size()));
    DeliveryLine line = corpus.get(random.nextInt(corpus.size())).line();
    EventLine event = line.events().isEmpty() ? null : line.events().getLast();
    String value = field.valueIn(line, event);
    if (field == FilterField.ID) {
      value = line.id().substring(0, 1 + random.nextInt(26));
    }
    boolean absent = value == null || random.nextInt(12) == 0;
    String asked = absent && !field.isClosed() ? FilterField.NONE : value;
    return field.word() + (random.nextInt(4) == 0 ? "!=" : "=") + asked;
  }
}
