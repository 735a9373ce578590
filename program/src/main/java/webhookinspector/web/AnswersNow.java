package webhookinspector.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.answers.Answers;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;

/**
 * What goes back to Asana for what was kept.
 *
 * @param script as it was given, or null while answers are our own
 * @param now what the next delivery gets, in words; "" for our own answer
 * @param left how many more get that, or null for all
 */
public record AnswersNow(@Nullable String script, String now, @Nullable Integer left) {

  /** Our own. */
  private static final AnswersNow OWN = new AnswersNow(null, "", null);

  public static AnswersNow of(Optional<Answers.Active> active) {
    return active
        .map(
            it ->
                new AnswersNow(
                    it.script().text(),
                    it.step().answer().toString(),
                    it.step().times() == 0 ? null : it.left()))
        .orElse(OWN);
  }

  public String json() {
    return LineJson.object(
        out -> {
          LineJson.string(out, "script", script);
          out.writeStringProperty("now", now);
          if (left == null) {
            out.writeNullProperty("left");
          } else {
            out.writeNumberProperty("left", left);
          }
        });
  }

  public static AnswersNow read(String json) {
    JsonNode told = LineReader.parse(json);
    JsonNode left = told.path("left");
    return new AnswersNow(
        LineReader.textOrNull(told, "script"),
        LineReader.text(told, "now"),
        left.isNumber() ? Integer.valueOf(left.asInt()) : null);
  }
}
