package webhookinspector.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Times;

/** Webhooks and filters as JSON, with the nulls that the wire has. */
final class WebhookRecord {

  private WebhookRecord() {}

  static ObjectNode full(Webhook webhook) {
    ObjectNode out = Json.object();
    out.put("gid", webhook.gid()).put("resource_type", "webhook").put("active", webhook.active());
    out.put("is_workspace_webhook", "workspace".equals(webhook.resource().resourceType()));
    out.put("target", webhook.target().toString());
    out.set("resource", Records.compact(webhook.resource()));
    out.put("created_at", time(webhook.createdAt()));
    out.put("last_success_at", time(webhook.lastSuccessAt()));
    out.put("last_failure_at", time(webhook.lastFailureAt()));
    out.put("last_failure_content", webhook.lastFailureContent());
    out.put("delivery_retry_count", webhook.deliveryRetryCount());
    out.put("next_attempt_after", time(webhook.nextAttemptAfter()));
    out.put("failure_deletion_timestamp", time(webhook.failureDeletionTimestamp()));
    ArrayNode filters = out.putArray("filters");
    webhook.filters().forEach(filter -> filters.add(filter(filter)));
    return out;
  }

  static ObjectNode compact(Webhook webhook) {
    return full(webhook).retain("gid", "resource_type", "active", "resource", "target");
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : Times.text(time);
  }

  /** All four keys, unset ones as null, as captured. */
  private static ObjectNode filter(Filter filter) {
    ObjectNode out = Json.object();
    out.put("resource_type", filter.resourceType());
    out.put("resource_subtype", filter.resourceSubtype());
    out.put("action", filter.action());
    if (filter.fields().isEmpty()) {
      out.putNull("fields");
    } else {
      ArrayNode fields = out.putArray("fields");
      filter.fields().forEach(fields::add);
    }
    return out;
  }

  /**
   * @throws Refused with 400 for anything but a list of filters
   */
  static List<Filter> filters(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    JsonNode list =
        value.isString() ? Json.read(value.asString().getBytes(StandardCharsets.UTF_8)) : value;
    if (!list.isArray()) {
      throw Refused.badRequest("filters: Not a list");
    }
    var filters = new ArrayList<Filter>();
    for (JsonNode each : list) {
      if (!each.isObject()) {
        throw Refused.badRequest("filters: Not a filter: " + each);
      }
      filters.add(
          new Filter(
              text(each, "resource_type"),
              text(each, "resource_subtype"),
              text(each, "action"),
              each.path("fields").valueStream().map(JsonNode::asString).toList()));
    }
    return filters;
  }

  private static @Nullable String text(JsonNode object, String key) {
    return object.path(key).isString() ? object.path(key).asString() : null;
  }
}
