package webhookinspector.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscriptions.Caller;
import webhookinspector.subscriptions.Refused;

/**
 * A call that found its way: who calls, which things the path names, and what is asked for. Input
 * comes in an envelope, as a form or in the query string, all the same to Asana.
 *
 * @param names the values of the path's placeholders
 * @param input what stands in the envelope, or a form or query turned into one
 */
record Request(
    Call call, Caller caller, Map<String, String> names, ObjectNode input, Fields fields) {

  static Request of(Call call, Caller caller, Map<String, String> names) {
    ObjectNode document = document(call);
    ObjectNode input = input(call, document);
    Fields fields =
        call.parameter("opt_fields").map(Fields::parse).orElseGet(() -> fieldsBeside(document));
    return new Request(call, caller, names, input, fields);
  }

  private static ObjectNode document(Call call) {
    if (call.body().size() == 0 || isForm(call) || isMultipart(call)) {
      return Json.object();
    }
    if (Json.read(call.body().toBytes()) instanceof ObjectNode document) {
      return document;
    }
    throw Refused.badRequest("Could not parse request data, invalid JSON");
  }

  private static ObjectNode input(Call call, ObjectNode document) {
    if (document.get("data") instanceof ObjectNode data) {
      return data;
    }
    if (isMultipart(call)) {
      return Multipart.read(contentType(call), call.body().toBytes());
    }
    ObjectNode input = Json.object();
    if (call.body().size() == 0) {
      call.query().forEach((name, values) -> input.put(name, values.getFirst()));
    } else if (isForm(call)) {
      for (String pair : call.body().text().split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          input.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return input;
  }

  private static boolean isForm(Call call) {
    return contentType(call).toLowerCase(Locale.ROOT).startsWith("application/x-www-form-url");
  }

  private static boolean isMultipart(Call call) {
    return contentType(call).toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private static String contentType(Call call) {
    return call.headers().first("Content-Type").orElse("");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("Could not parse request data, invalid form");
    }
  }

  /** The older way: {@code options: {fields: [...]}} beside the data. */
  private static Fields fieldsBeside(ObjectNode document) {
    List<String> paths =
        document.path("options").path("fields").valueStream().map(JsonNode::asString).toList();
    return Fields.parse(paths);
  }

  String name(String placeholder) {
    return names.getOrDefault(placeholder, "");
  }

  /** The text of an input, if it is there and not null. */
  Optional<String> text(String name) {
    JsonNode value = input.get(name);
    return value == null || value.isNull() || value.isContainer()
        ? Optional.empty()
        : Optional.of(value.asString());
  }

  /**
   * @throws Refused with 400 when it is missing
   */
  String required(String name) {
    return text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Refused.badRequest(name + ": Missing input"));
  }

  @Nullable JsonNode raw(String name) {
    return input.get(name);
  }
}
