package webhookinspector.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.watch.ClockSkew;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Lag;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.Spans;
import webhookinspector.watch.WebhookHealth;

/** How webhooks are doing, as text for people. */
final class HealthText {

  private final Instant now;

  HealthText(Instant now) {
    this.now = now;
  }

  /** Such as {@code well}, or {@code silent (alarm)}. */
  static String word(WebhookHealth health) {
    String level = health.level().isGood() ? "" : " (" + health.level().word() + ")";
    return health.word().word() + level;
  }

  /** All of it. */
  String of(HealthReport report) {
    var rows = new ArrayList<String>();
    for (WebhookHealth webhook : report.webhooks()) {
      rows.add(
          "webhook "
              + webhook.webhook()
              + ", "
              + word(webhook)
              + ", inbox "
              + webhook.inbox()
              + ", watching "
              + name(webhook.resource()));
      details(webhook).forEach(row -> rows.add("  " + row));
    }
    report.selfPings().forEach(ping -> rows.add("address " + ping(ping)));
    if (report.clockSkew() != null) {
      rows.add(skew(report.clockSkew()));
    }
    return Plain.text(String.join("\n", rows));
  }

  /** Each with its title in nine columns. */
  List<String> details(WebhookHealth health) {
    var rows = new ArrayList<String>();
    health.sentences().forEach(sentence -> rows.add("health   " + sentence));
    if (health.lastHeardAt() != null) {
      rows.add("heard    " + ago(health.lastHeardAt()));
    }
    if (health.heartbeatDue() != null && health.heartbeatDue().isAfter(now)) {
      rows.add(
          "due      heartbeat in " + Spans.words(Duration.between(now, health.heartbeatDue())));
    }
    if (health.lag() != null) {
      rows.add("lag      " + lag(health.lag()));
    }
    if (health.next() != null) {
      rows.add("next     " + health.next());
    }
    return rows;
  }

  private static String lag(Lag lag) {
    return "half within "
        + Spans.lag(lag.p50())
        + ", 90 % within "
        + Spans.lag(lag.p90())
        + ", 99 % within "
        + Spans.lag(lag.p99())
        + " ("
        + lag.events()
        + (lag.events() == 1 ? " event)" : " events)");
  }

  private String ping(SelfPing ping) {
    return ping.ok()
        ? ping.address() + " leads here, pinged " + ago(ping.at()) + ", " + ping.millis() + " ms"
        : ping.address() + " does not lead here since " + ago(ping.since()) + ": " + ping.because();
  }

  private static String skew(ClockSkew skew) {
    return "clock   Asana's is "
        + Spans.lag(Math.abs(skew.millis()))
        + (skew.millis() < 0 ? " behind ours" : " ahead of ours")
        + ", give or take "
        + Spans.lag(skew.within());
  }

  private String ago(Instant at) {
    return Spans.words(Duration.between(at, now)) + " ago";
  }

  private static String name(Ref resource) {
    String type = resource.type().orElse("resource");
    return resource.name() == null ? type + " " + resource.gid() : type + " " + resource.name();
  }
}
