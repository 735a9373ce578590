package webhookinspector.junit;

import java.util.stream.Collectors;
import webhookinspector.delivery.Body;
import webhookinspector.event.Content;
import webhookinspector.event.Event;

/** Small words of the story and of errors. */
final class Words {

  private static final int MOST_EVENTS = 5;

  private Words() {}

  /** Such as {@code 1 event} or {@code 3 retries}. */
  static String count(long number, String noun) {
    String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number + " " + (number == 1 ? noun : many);
  }

  /** What the events of a body are about, such as {@code [task added, story added]}. */
  static String summary(Body body) {
    return Content.of(body) instanceof Content.Events events
        ? events.events().stream()
            .limit(MOST_EVENTS)
            .map(Words::event)
            .collect(
                Collectors.joining(", ", "[", events.events().size() > MOST_EVENTS ? ", …]" : "]"))
        : "";
  }

  private static String event(Event event) {
    return event.resource().type().orElse("resource") + " " + event.action();
  }

  /** One line whose controls are shown, not obeyed: receivers' answers may hold anything. */
  static String visible(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          safe.append(c == '\n' ? "\\n" : "\\u{%x}".formatted(c));
      default -> safe.appendCodePoint(c);
    }
  }
}
