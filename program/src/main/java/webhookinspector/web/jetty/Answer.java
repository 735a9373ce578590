package webhookinspector.web.jetty;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.web.AdminJson;
import webhookinspector.web.Refusal;

/** What goes back. */
sealed interface Answer {

  /**
   * A whole answer.
   *
   * @param type of the content, or null when there is none
   * @param headers beside those that every answer has
   */
  record Whole(int status, @Nullable String type, Body content, Map<String, String> headers)
      implements Answer {}

  /**
   * The feed, until somebody leaves.
   *
   * @param after begin behind this position, or null for what comes next
   * @param filter which deliveries, "" for all
   */
  record Stream(@Nullable Long after, String filter) implements Answer {}

  /**
   * A file, written while it is sent.
   *
   * @param type of its content
   * @param name for a browser to save it under
   * @param headers beside those that every answer has
   */
  record Download(String type, String name, Map<String, String> headers, Content content)
      implements Answer {}

  /** What a file holds. */
  interface Content {
    void into(OutputStream out) throws IOException;
  }

  /** 200 with JSON. */
  static Answer json(String json) {
    return json(200, json, Map.of());
  }

  static Whole json(int status, String json, Map<String, String> headers) {
    return new Whole(status, "application/json", Body.of(json + "\n"), headers);
  }

  /** A line for people. */
  static Answer text(int status, String text) {
    return new Whole(status, "text/plain; charset=utf-8", Body.of(text + "\n"), Map.of());
  }

  /** No content at all. */
  static Answer empty(int status, Map<String, String> headers) {
    return new Whole(status, null, Body.of(""), headers);
  }

  static Whole of(Refusal refusal) {
    return json(refusal.code().httpStatus(), AdminJson.refusal(refusal), Map.of());
  }
}
