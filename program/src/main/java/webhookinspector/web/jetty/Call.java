package webhookinspector.web.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineReader;
import webhookinspector.web.Refusal;

/**
 * One call of a route, with its arguments checked.
 *
 * @param variables of the path
 */
record Call(Request request, Map<String, String> variables) {

  private static final int MAX_BODY_BYTES = 64 << 10;

  /** A variable of the path. */
  String variable(String name) {
    return Objects.requireNonNull(variables.get(name));
  }

  /** Refuses arguments that the route does not know, so that a typo is not taken for none. */
  Call knows(String... names) {
    for (Fields.Field field : query()) {
      if (!Arrays.asList(names).contains(field.getName())) {
        throw Refusal.badInput(
            field.getName()
                + ": unknown here (expected: "
                + (names.length == 0 ? "no arguments" : String.join(", ", names))
                + ")",
            "See /api/v1/openapi.json.");
      }
      if (field.getValues().size() > 1) {
        throw Refusal.badInput(field.getName() + ": stands twice (expected: once)", "");
      }
    }
    return this;
  }

  /** A variable of the path that may hold anything, percent-encoded. */
  String name(String name) {
    try {
      return URLDecoder.decode(variable(name).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badInput(name + ": " + variable(name) + " (expected: URL-encoded UTF-8)", "");
    }
  }

  @Nullable String text(String name) {
    return query().getValue(name);
  }

  String text(String name, String otherwise) {
    return Objects.requireNonNullElse(text(name), otherwise);
  }

  @Nullable Long position(String name) {
    return position(name, text(name));
  }

  /** A position: 0 or more, 18 digits at most. */
  static @Nullable Long position(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw Refusal.badInput(
          name + ": " + text + " (expected: a position, 0 or more)",
          "Take it from `position` of a delivery line.");
    }
    return Long.valueOf(text);
  }

  int number(String name, int otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw Refusal.badInput(name + ": " + text + " (expected: a number)", "");
    }
    return Integer.parseInt(text);
  }

  private Fields query() {
    try {
      return Request.extractQueryParameters(request);
    } catch (RuntimeException e) {
      throw Refusal.badInput(
          "query: not URL-encoded UTF-8 (expected: such as q=kind%3Devents)", "");
    }
  }

  /** The JSON object in the body; refuses names that the route does not know. */
  JsonNode body(List<String> names) {
    return body(names, MAX_BODY_BYTES);
  }

  /** The same where more is to be told. */
  JsonNode body(List<String> names, int most) {
    JsonNode body = LineReader.parse(bodyText(most));
    if (!body.isObject()) {
      throw Refusal.badInput("body: not an object (expected: a JSON object)", "");
    }
    body.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Refusal.badInput(
                  name + ": unknown here (expected: " + String.join(", ", names) + ")", "");
            });
    return body;
  }

  private String bodyText(int most) {
    try (InputStream in = Request.asInputStream(request)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length <= most) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
      throw Refusal.badInput("body: too long (expected: at most " + most + " bytes)", "");
    } catch (IOException e) {
      throw Refusal.badInput("body: ended early (expected: as long as Content-Length says)", "");
    }
  }
}
