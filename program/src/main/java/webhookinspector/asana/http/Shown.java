package webhookinspector.asana.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import webhookinspector.inspection.Harmless;

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

  /** On one line, without the token. */
  static String text(String foreign, Token token) {
    String clean = token.removedFrom(foreign);
    String cut = clean.length() > MAX_LENGTH ? clean.substring(0, MAX_LENGTH) + "…" : clean;
    return Harmless.text(cut);
  }
}
