package webhookinspector.asana.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.asana.Asana.Modified;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;

/**
 * Asana's records as our values. Unknown fields are passed over, missing ones are null or empty.
 */
final class Reading {

  private Reading() {}

  /** Empty when it is no record at all: nothing can be done with one that has no gid. */
  static Optional<Webhook> webhook(JsonNode data) {
    String gid = Json.text(data, "gid");
    if (gid == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Webhook(
            gid,
            data.path("active").asBoolean(true),
            ref(data.path("resource"), null).orElse(new Ref("", null, null, null)),
            target(Json.text(data, "target", "")),
            filters(data.path("filters")),
            Json.instant(data, "created_at"),
            Json.instant(data, "last_success_at"),
            Json.instant(data, "last_failure_at"),
            Json.text(data, "last_failure_content", ""),
            data.path("delivery_retry_count").asInt(0),
            Json.instant(data, "next_attempt_after"),
            Json.instant(data, "failure_deletion_timestamp")));
  }

  /**
   * @param type what it is when the record does not say
   */
  static Optional<Ref> ref(JsonNode data, @Nullable String type) {
    String gid = Json.text(data, "gid");
    if (gid == null) {
      return Optional.empty();
    }
    String told = Json.text(data, "resource_type");
    return Optional.of(
        new Ref(
            gid,
            told == null ? type : told,
            Json.text(data, "resource_subtype"),
            Json.text(data, "name")));
  }

  /** Empty without a gid or a time. */
  static Optional<Modified> modified(JsonNode data) {
    Instant at = Json.instant(data, "modified_at");
    return at == null ? Optional.empty() : ref(data, "task").map(ref -> new Modified(ref, at));
  }

  static List<Filter> filters(JsonNode list) {
    var filters = new ArrayList<Filter>();
    for (JsonNode filter : list.values()) {
      filters.add(
          new Filter(
              Json.text(filter, "resource_type"),
              Json.text(filter, "resource_subtype"),
              Json.text(filter, "action"),
              Json.texts(filter, "fields")));
    }
    return filters;
  }

  /** Beside {@code data} in the 201 (API description, createWebhook). */
  static Optional<Secret> secret(JsonNode answer) {
    return answer.properties().stream()
        .filter(
            property ->
                property
                    .getKey()
                    .toLowerCase(Locale.ROOT)
                    .equals(Handshake.HEADER.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> !text.isEmpty() && text.length() <= Secret.MAX_LENGTH)
        .filter(text -> text.chars().allMatch(c -> c > ' ' && c < 0x7f))
        .findFirst()
        .map(Secret::of);
  }

  /**
   * Others' webhooks may have targets that no URI class likes; they must be listed all the same.
   */
  private static URI target(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return URI.create("unreadable:" + Call.escaped(text));
    }
  }
}
