package webhookinspector.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Ref;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineReader;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.HealthReport;

/**
 * Reads what {@link AdminJson} writes, and what is sent to the admin port. {@link
 * IllegalArgumentException} for anything else.
 */
public final class AdminReader {

  private static final List<String> FILTER_NAMES =
      List.of("resourceType", "resourceSubtype", "action", "fields");

  private AdminReader() {}

  public static List<DeliveryLine> deliveries(String json) {
    return LineReader.parse(json).path("deliveries").values().stream()
        .map(LineReader::delivery)
        .toList();
  }

  public static DeliveryDetail detail(String json) {
    JsonNode detail = LineReader.parse(json);
    var headers =
        detail.path("headers").values().stream()
            .map(h -> new Header(LineReader.text(h, "name"), LineReader.text(h, "value")))
            .toList();
    byte[] body = Base64.getDecoder().decode(LineReader.text(detail, "bodyBase64"));
    return new DeliveryDetail(
        LineReader.delivery(detail.path("delivery")), new Headers(headers), Body.wrapping(body));
  }

  public static List<WebhookLine> webhooks(String json) {
    return LineReader.parse(json).path("webhooks").values().stream()
        .map(AdminReader::webhook)
        .toList();
  }

  public static WebhookLine webhook(String json) {
    return webhook(LineReader.parse(json));
  }

  private static WebhookLine webhook(JsonNode line) {
    Ref resource = LineReader.ref(line.path("resource"));
    var webhook =
        new Webhook(
            LineReader.text(line, "gid"),
            line.path("active").asBoolean(false),
            resource == null ? new Ref("", null, null, null) : resource,
            URI.create(LineReader.text(line, "target")),
            filters(line),
            LineReader.timeOrNull(line, "createdAt"),
            LineReader.timeOrNull(line, "lastSuccessAt"),
            LineReader.timeOrNull(line, "lastFailureAt"),
            LineReader.text(line, "lastFailureContent"),
            line.path("deliveryRetryCount").asInt(0),
            LineReader.timeOrNull(line, "nextAttemptAfter"),
            LineReader.timeOrNull(line, "failureDeletionTimestamp"));
    return new WebhookLine(
        webhook,
        line.path("ours").asBoolean(false),
        LineReader.textOrNull(line, "inbox"),
        HealthReader.webhook(line.path("health")));
  }

  /** How everything that is watched is doing. */
  public static HealthReport health(String json) {
    return HealthReader.report(json);
  }

  /** What to create. */
  public static NewWebhook newWebhook(JsonNode wanted) {
    return new NewWebhook(LineReader.text(wanted, "resource"), filters(wanted));
  }

  /** {@code filters}: objects, or the texts that the command line takes; empty when missing. */
  public static List<Filter> filters(JsonNode object) {
    JsonNode filters = object.path("filters");
    if (!filters.isMissingNode() && !filters.isArray()) {
      throw new IllegalArgumentException("filters: not a list (expected: a list of filters)");
    }
    return filters.values().stream().map(AdminReader::filter).toList();
  }

  private static Filter filter(JsonNode filter) {
    if (filter.isString()) {
      return Filter.parse(filter.stringValue());
    }
    filter.properties().stream()
        .map(property -> property.getKey())
        .filter(name -> !FILTER_NAMES.contains(name))
        .findFirst()
        .ifPresent(AdminReader::refuseFilterName);
    return new Filter(
        LineReader.textOrNull(filter, "resourceType"),
        LineReader.textOrNull(filter, "resourceSubtype"),
        LineReader.textOrNull(filter, "action"),
        filter.path("fields").values().stream().map(JsonNode::asString).toList());
  }

  private static void refuseFilterName(String name) {
    throw new IllegalArgumentException(
        "filter: " + name + " (expected: " + String.join(", ", FILTER_NAMES) + ")");
  }

  public static List<InboxLine> inboxes(String json) {
    return LineReader.parse(json).path("inboxes").values().stream()
        .map(AdminReader::inbox)
        .toList();
  }

  public static InboxLine inbox(String json) {
    return inbox(LineReader.parse(json));
  }

  private static InboxLine inbox(JsonNode line) {
    return new InboxLine(
        LineReader.text(line, "name"),
        URI.create(LineReader.text(line, "address")),
        LineReader.textOrNull(line, "resource"),
        LineReader.textOrNull(line, "webhook"),
        LineReader.text(line, "state"),
        LineReader.textOrNull(line, "fingerprint"),
        line.path("candidates").asInt(0),
        LineReader.timeOrNull(line, "armedUntil"));
  }

  public static List<Line.OfAlert> alerts(String json) {
    return LineReader.parse(json).path("alerts").values().stream().map(LineReader::alert).toList();
  }

  public static Status status(String json) {
    JsonNode status = LineReader.parse(json);
    JsonNode ledger = status.path("ledger");
    return new Status(
        LineReader.time(status, "at"),
        LineReader.state(status),
        new LedgerHealth(
            Optional.ofNullable(LineReader.textOrNull(ledger, "trouble")),
            ledger.path("commits").asLong(0),
            ledger.path("kept").asLong(0),
            ledger.path("notQueued").asLong(0)),
        status.path("last").asLong(0),
        status.path("indexed").asLong(0),
        status.path("deliveries").asLong(0));
  }

  /** A refusal, or null if it is none of ours. */
  public static @Nullable Refusal refusal(String json) {
    try {
      JsonNode refusal = LineReader.parse(json);
      String word = LineReader.text(refusal, "code");
      return Arrays.stream(Refusal.Code.values())
          .filter(code -> code.word().equals(word))
          .findFirst()
          .map(
              code ->
                  new Refusal(
                      code, LineReader.text(refusal, "message"), LineReader.text(refusal, "next")))
          .orElse(null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Gaps, newest first. */
  public static List<Gap> gaps(String json) {
    return LineReader.parse(json).path("gaps").values().stream().map(LineReader::gap).toList();
  }

  /** One delivery in words. */
  public static Explanation explanation(String json) {
    JsonNode told = LineReader.parse(json);
    List<Explanation.Paragraph> paragraphs =
        told.path("paragraphs").values().stream()
            .map(
                paragraph ->
                    new Explanation.Paragraph(
                        paragraph.path("title").asString(), paragraph.path("text").asString()))
            .toList();
    String cause = told.path("cause").isNull() ? null : told.path("cause").asString();
    return new Explanation(
        LineReader.delivery(told.path("delivery")),
        cause,
        paragraphs,
        told.path("sent").values().stream().map(TimelineReader::sent).toList());
  }

  /** How many match. */
  public static long count(String json) {
    return LineReader.parse(json).path("matching").asLong();
  }
}
