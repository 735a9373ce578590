package webhookinspector.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import webhookinspector.feed.LineJson;
import webhookinspector.watch.ClockSkew;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Lag;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.WebhookHealth;

/** Writes how webhooks are doing, in the manner of {@link LineJson}; {@link HealthReader} reads. */
final class HealthJson {

  private HealthJson() {}

  /** Of everything that is watched. */
  static String report(HealthReport report) {
    return LineJson.object(
        out -> {
          LineJson.time(out, "at", report.at());
          out.writeStringProperty("level", report.level().word());
          out.writeArrayPropertyStart("webhooks");
          report.webhooks().forEach(line -> object(out, line));
          out.writeEndArray();
          out.writeArrayPropertyStart("selfPings");
          report.selfPings().forEach(ping -> object(out, ping));
          out.writeEndArray();
          skew(out, report.clockSkew());
        });
  }

  /** Of one, as a value within something larger. */
  static void object(JsonGenerator out, WebhookHealth line) {
    out.writeStartObject();
    out.writeStringProperty("webhook", line.webhook());
    LineJson.string(out, "inbox", line.inbox());
    LineJson.ref(out, "resource", line.resource());
    out.writeStringProperty("word", line.word().word());
    out.writeStringProperty("level", line.level().word());
    LineJson.time(out, "since", line.since());
    out.writeArrayPropertyStart("sentences");
    line.sentences().forEach(out::writeString);
    out.writeEndArray();
    LineJson.string(out, "next", line.next());
    LineJson.time(out, "askedAt", line.askedAt());
    LineJson.time(out, "lastSuccessAt", line.lastSuccessAt());
    LineJson.time(out, "lastHeardAt", line.lastHeardAt());
    LineJson.time(out, "heartbeatDue", line.heartbeatDue());
    out.writeNumberProperty("deliveryRetryCount", line.deliveryRetryCount());
    LineJson.time(out, "nextAttemptAfter", line.nextAttemptAfter());
    LineJson.time(out, "failureDeletionTimestamp", line.failureDeletionTimestamp());
    lag(out, line.lag());
    out.writeEndObject();
  }

  private static void lag(JsonGenerator out, @Nullable Lag lag) {
    if (lag == null) {
      out.writeNullProperty("lag");
      return;
    }
    out.writeObjectPropertyStart("lag");
    out.writeNumberProperty("events", lag.events());
    out.writeNumberProperty("p50", lag.p50());
    out.writeNumberProperty("p90", lag.p90());
    out.writeNumberProperty("p99", lag.p99());
    out.writeNumberProperty("max", lag.max());
    out.writeEndObject();
  }

  private static void object(JsonGenerator out, SelfPing ping) {
    out.writeStartObject();
    out.writeStringProperty("address", ping.address());
    out.writeBooleanProperty("ok", ping.ok());
    LineJson.time(out, "at", ping.at());
    LineJson.time(out, "since", ping.since());
    if (ping.millis() == null) {
      out.writeNullProperty("millis");
    } else {
      out.writeNumberProperty("millis", ping.millis());
    }
    LineJson.string(out, "because", ping.because());
    out.writeEndObject();
  }

  private static void skew(JsonGenerator out, @Nullable ClockSkew skew) {
    if (skew == null) {
      out.writeNullProperty("clockSkew");
      return;
    }
    out.writeObjectPropertyStart("clockSkew");
    out.writeNumberProperty("millis", skew.millis());
    out.writeNumberProperty("within", skew.within());
    out.writeStringProperty("from", skew.from());
    out.writeEndObject();
  }
}
