package webhookinspector.web;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.inspection.Excerpt;
import webhookinspector.inspection.Hit;

/** What a search found, as the admin port says it and as its clients read it. */
public final class HitJson {

  private HitJson() {}

  /**
   * Newest first, with the position to page on from.
   *
   * @param limit that was asked for
   */
  public static String write(Hits found, int limit) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("hits");
          for (Hit hit : found.hits()) {
            out.writeStartObject();
            fields(out, hit);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeArrayPropertyStart("words");
          found.words().forEach(out::writeString);
          out.writeEndArray();
          if (found.hits().size() < limit) {
            out.writeNullProperty("older");
          } else {
            out.writeNumberProperty("older", found.hits().getLast().delivery().position());
          }
        });
  }

  /** One hit on a line: the delivery's line, and where the words stand. */
  public static String line(Hit hit) {
    return LineJson.object(out -> fields(out, hit));
  }

  private static void fields(JsonGenerator out, Hit hit) {
    LineJson.fields(out, hit.delivery());
    out.writeArrayPropertyStart("excerpts");
    for (Excerpt excerpt : hit.excerpts()) {
      out.writeStartObject();
      out.writeStringProperty("in", excerpt.in());
      out.writeStringProperty("before", excerpt.before());
      out.writeStringProperty("match", excerpt.match());
      out.writeStringProperty("after", excerpt.after());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** What {@link #write} has written. */
  public static Hits read(String json) {
    JsonNode found = LineReader.parse(json);
    return new Hits(
        found.path("hits").values().stream().map(HitJson::hit).toList(),
        found.path("words").values().stream().map(JsonNode::asString).toList());
  }

  private static Hit hit(JsonNode hit) {
    List<Excerpt> excerpts =
        hit.path("excerpts").values().stream()
            .map(
                excerpt ->
                    new Excerpt(
                        LineReader.text(excerpt, "in"),
                        LineReader.text(excerpt, "before"),
                        LineReader.text(excerpt, "match"),
                        LineReader.text(excerpt, "after")))
            .toList();
    return new Hit(LineReader.delivery(hit), excerpts);
  }
}
