package webhookinspector.asana.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import webhookinspector.delivery.Body;

/**
 * What came back.
 *
 * @param headers first value of each, names in lower case
 * @param body whole, exactly as it came
 */
record Answer(int status, Map<String, String> headers, Body body) {

  /** The body read as UTF-8, which is all that Asana sends; bytes that are not become marks. */
  String text() {
    return body.text();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What time it was there, if it says so in a way that can be read. */
  Optional<Instant> date() {
    return header("Date").flatMap(Answer::moment);
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean good() {
    return status >= 200 && status < 300;
  }

  /** Whether it was written for people, by a proxy or a login page rather than by the API. */
  boolean looksLikeHtml() {
    return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html")
        || text().stripLeading().startsWith("<");
  }
}
