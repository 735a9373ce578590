package webhookinspector.asana.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What others wrote, fit to be read by a person: no controls, no token, not endless. */
final class Shown {

  private static final int MAX_LENGTH = 400;
  private static final int MAX_MESSAGES = 5;

  private Shown() {}

  /** {@code errors[].message} and, on a 500, the phrase that Asana's support asks for. */
  static List<String> messages(JsonNode answer, Token token) {
    var messages = new ArrayList<String>();
    for (JsonNode error : answer.path("errors").values()) {
      String message = Json.text(error, "message");
      String phrase = Json.text(error, "phrase");
      if (message != null && messages.size() < MAX_MESSAGES) {
        messages.add(text(phrase == null ? message : message + " (phrase: " + phrase + ")", token));
      }
    }
    return messages;
  }

  /** Controls and characters that turn the reading direction become visible escapes. */
  static String text(String foreign, Token token) {
    var safe = new StringBuilder();
    String clean = token.removedFrom(foreign);
    clean
        .codePoints()
        .limit(MAX_LENGTH)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                safe.append(String.format("\\u%04x", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return clean.length() > MAX_LENGTH ? safe.append('…').toString() : safe.toString();
  }
}
