package webhookinspector.web;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import webhookinspector.delivery.Header;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.HealthReport;

/**
 * Writes what the admin port says, in the manner of {@link LineJson}. {@link AdminReader} reads it.
 */
public final class AdminJson {

  private AdminJson() {}

  /** A page of lines, oldest first, with the positions to page on from. */
  public static String deliveries(List<DeliveryLine> lines, int limit) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("deliveries");
          lines.forEach(line -> LineJson.write(out, line));
          out.writeEndArray();
          cursors(out, lines, limit);
        });
  }

  /** How many match. */
  public static String count(long matching) {
    return LineJson.object(out -> out.writeNumberProperty("matching", matching));
  }

  /** The events of those lines that can be believed, each with its delivery. */
  public static String events(List<DeliveryLine> lines, int limit) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("events");
          lines.stream()
              .filter(line -> line.verdict().equals("authentic"))
              .forEach(line -> line.events().forEach(event -> event(out, line, event)));
          out.writeEndArray();
          cursors(out, lines, limit);
        });
  }

  private static void event(JsonGenerator out, DeliveryLine line, EventLine event) {
    out.writeStartObject();
    out.writeStringProperty("delivery", line.id());
    out.writeNumberProperty("position", line.position());
    out.writeStringProperty("inbox", line.inbox());
    out.writeStringProperty("source", line.source());
    LineJson.time(out, "receivedAt", line.receivedAt());
    LineJson.fields(out, event);
    out.writeEndObject();
  }

  /** {@code older}: give it as {@code before}; null when there is nothing older. */
  private static void cursors(JsonGenerator out, List<DeliveryLine> lines, int limit) {
    Long older = lines.size() < limit ? null : Long.valueOf(lines.getFirst().position());
    Long newer = lines.isEmpty() ? null : Long.valueOf(lines.getLast().position());
    number(out, "older", older);
    number(out, "newer", newer);
  }

  private static void number(JsonGenerator out, String name, @Nullable Long number) {
    if (number == null) {
      out.writeNullProperty(name);
    } else {
      out.writeNumberProperty(name, number);
    }
  }

  /** One delivery, whole. */
  public static String detail(DeliveryDetail detail) {
    return LineJson.object(
        out -> {
          out.writeName("delivery");
          LineJson.write(out, detail.line());
          out.writeArrayPropertyStart("headers");
          for (Header header : detail.headers()) {
            out.writeStartObject();
            out.writeStringProperty("name", header.name());
            out.writeStringProperty("value", header.value());
            out.writeEndObject();
          }
          out.writeEndArray();
          byte[] bytes = detail.body().toBytes();
          out.writeStringProperty("bodyBase64", Base64.getEncoder().encodeToString(bytes));
        });
  }

  /** All webhooks. */
  public static String webhooks(List<WebhookLine> lines) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("webhooks");
          for (WebhookLine line : lines) {
            out.writeStartObject();
            fields(out, line);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** One webhook. */
  public static String webhook(WebhookLine line) {
    return LineJson.object(out -> fields(out, line));
  }

  private static void fields(JsonGenerator out, WebhookLine line) {
    Webhook webhook = line.webhook();
    out.writeStringProperty("gid", webhook.gid());
    out.writeBooleanProperty("active", webhook.active());
    LineJson.ref(out, "resource", webhook.resource());
    out.writeStringProperty("target", webhook.target().toString());
    filters(out, webhook.filters());
    LineJson.time(out, "createdAt", webhook.createdAt());
    LineJson.time(out, "lastSuccessAt", webhook.lastSuccessAt());
    LineJson.time(out, "lastFailureAt", webhook.lastFailureAt());
    out.writeStringProperty("lastFailureContent", webhook.lastFailureContent());
    out.writeNumberProperty("deliveryRetryCount", webhook.deliveryRetryCount());
    LineJson.time(out, "nextAttemptAfter", webhook.nextAttemptAfter());
    LineJson.time(out, "failureDeletionTimestamp", webhook.failureDeletionTimestamp());
    out.writeBooleanProperty("ours", line.ours());
    LineJson.string(out, "inbox", line.inbox());
    out.writeName("health");
    HealthJson.object(out, line.health());
  }

  /** How everything that is watched is doing. */
  public static String health(HealthReport report) {
    return HealthJson.report(report);
  }

  private static void filters(JsonGenerator out, List<Filter> filters) {
    out.writeArrayPropertyStart("filters");
    for (Filter filter : filters) {
      out.writeStartObject();
      LineJson.string(out, "resourceType", filter.resourceType());
      LineJson.string(out, "resourceSubtype", filter.resourceSubtype());
      LineJson.string(out, "action", filter.action());
      out.writeArrayPropertyStart("fields");
      filter.fields().forEach(out::writeString);
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** One delivery in words. */
  public static String explanation(Explanation explanation) {
    return LineJson.object(
        out -> {
          out.writeName("delivery");
          LineJson.write(out, explanation.delivery());
          LineJson.string(out, "cause", explanation.cause());
          out.writeArrayPropertyStart("paragraphs");
          for (Explanation.Paragraph paragraph : explanation.paragraphs()) {
            out.writeStartObject();
            out.writeStringProperty("title", paragraph.title());
            out.writeStringProperty("text", paragraph.text());
            out.writeEndObject();
          }
          out.writeEndArray();
          TimelineJson.sent(out, explanation.sent());
        });
  }

  /** What to create. */
  public static String newWebhook(NewWebhook wanted) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("resource", wanted.resource());
          filters(out, wanted.filters());
        });
  }

  /** A filter list alone. */
  public static String filters(List<Filter> filters) {
    return LineJson.object(out -> filters(out, filters));
  }

  /** All inboxes. */
  public static String inboxes(List<InboxLine> lines) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("inboxes");
          for (InboxLine line : lines) {
            out.writeStartObject();
            fields(out, line);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** One inbox. */
  public static String inbox(InboxLine line) {
    return LineJson.object(out -> fields(out, line));
  }

  private static void fields(JsonGenerator out, InboxLine line) {
    out.writeStringProperty("name", line.name());
    out.writeStringProperty("address", line.address().toString());
    LineJson.string(out, "resource", line.resource());
    LineJson.string(out, "webhook", line.webhook());
    out.writeStringProperty("state", line.state());
    LineJson.string(out, "fingerprint", line.fingerprint());
    out.writeNumberProperty("candidates", line.candidates());
    LineJson.time(out, "armedUntil", line.armedUntil());
  }

  /** Alerts, newest first. */
  public static String alerts(List<Line.OfAlert> alerts) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("alerts");
          alerts.forEach(alert -> LineJson.write(out, alert));
          out.writeEndArray();
        });
  }

  /** Gaps, newest first. */
  public static String gaps(List<Gap> gaps) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("gaps");
          gaps.forEach(gap -> LineJson.write(out, gap));
          out.writeEndArray();
        });
  }

  /** How the holder is doing. */
  public static String status(Status status) {
    return LineJson.object(
        out -> {
          LineJson.time(out, "at", status.at());
          LineJson.state(out, status.state());
          out.writeNumberProperty("last", status.last());
          out.writeNumberProperty("indexed", status.indexed());
          out.writeNumberProperty("deliveries", status.deliveries());
          LedgerHealth ledger = status.ledger();
          out.writeObjectPropertyStart("ledger");
          LineJson.string(out, "trouble", ledger.trouble().orElse(null));
          out.writeNumberProperty("commits", ledger.commits());
          out.writeNumberProperty("kept", ledger.kept());
          out.writeNumberProperty("notQueued", ledger.notQueued());
          out.writeEndObject();
        });
  }

  /** Why not, and what to do. */
  public static String refusal(Refusal refusal) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("code", refusal.code().word());
          out.writeStringProperty("message", refusal.getMessage());
          out.writeStringProperty("next", refusal.next());
        });
  }
}
