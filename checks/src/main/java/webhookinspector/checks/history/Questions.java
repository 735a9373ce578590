package webhookinspector.checks.history;

import java.util.List;
import java.util.Random;
import webhookinspector.history.FilterField;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Inspected;

/**
 * What people could ask of a history: filters of every form and words, most of which find
 * something.
 */
final class Questions {

  private final Random random = new Random(5);
  private final List<Inspected> samples;

  Questions(List<Inspected> samples) {
    this.samples = samples;
  }

  private Inspected any() {
    return samples.get(random.nextInt(samples.size()));
  }

  /** One to three conditions on fields and times, side by side or as alternatives. */
  String filter() {
    var filter = new StringBuilder(condition());
    for (int more = random.nextInt(3); more > 0; more--) {
      filter.append(random.nextInt(4) == 0 ? " or " : " ").append(condition());
    }
    return filter.toString();
  }

  private String condition() {
    return switch (random.nextInt(12)) {
      case 0 -> "since=" + (1 + random.nextInt(48)) + "h";
      case 1 -> "before=" + (1 + random.nextInt(48)) + "h";
      default -> field();
    };
  }

  private String field() {
    List<FilterField> fields = List.of(FilterField.values());
    FilterField field = fields.get(random.nextInt(fields.size()));
    DeliveryLine line = any().line();
    EventLine event = line.events().isEmpty() ? null : line.events().getLast();
    String value = field.valueIn(line, event);
    if (field == FilterField.ID) {
      value = line.id().substring(0, 1 + random.nextInt(26));
    }
    boolean absent = value == null && !field.isClosed();
    String asked = absent ? FilterField.NONE : value == null ? field.choices().getFirst() : value;
    return field.word() + (random.nextInt(4) == 0 ? "!=" : "=") + asked;
  }

  /** Some characters out of a sentence or a body, or words that stand nowhere. */
  String words() {
    if (random.nextInt(8) == 0) {
      return "\"no such words " + random.nextInt(100) + "\"";
    }
    String text = any().text();
    int from = random.nextInt(text.length());
    String some = text.substring(from, Math.min(text.length(), from + 3 + random.nextInt(30)));
    return some.isBlank() ? "task" : "\"" + some.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
