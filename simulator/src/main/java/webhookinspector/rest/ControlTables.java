package webhookinspector.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.faults.ActiveFaults;
import webhookinspector.sender.Answer;
import webhookinspector.sender.Attempt;
import webhookinspector.subscription.Webhook;
import webhookinspector.world.Times;

/** The rows of the control page. Colour means trust and health, and never stands without a word. */
final class ControlTables {

  private ControlTables() {}

  /** A titled table, or what to do when it is empty. */
  static Html section(String title, String empty, List<String> columns, List<Html> rows) {
    Html inside =
        rows.isEmpty()
            ? Html.element("p class=\"empty\"", empty)
            : Html.element("div class=\"scroll\"", table(columns, rows));
    return Html.element("section", Html.element("h2", title), inside);
  }

  private static Html table(List<String> columns, List<Html> rows) {
    List<Html> names =
        columns.stream().map(name -> Html.element("th scope=\"col\"", name)).toList();
    return Html.element(
        "table",
        Html.element("thead", Html.element("tr", Html.of(names))),
        Html.element("tbody", Html.of(rows)));
  }

  static Html webhook(ControlState.Row row, Instant now) {
    Webhook webhook = row.webhook();
    return Html.element(
        "tr",
        Html.element("td", health(webhook, now)),
        Html.titled("td", webhook.resource().gid(), resource(webhook.resource())),
        cell("mono wide", webhook.target().toString()),
        cell("number", String.valueOf(row.waiting())),
        time(webhook.lastSuccessAt(), now),
        cell("mono quiet", webhook.gid()));
  }

  private static Html resource(Ref resource) {
    String name = Objects.requireNonNullElse(resource.name(), resource.gid());
    return Html.of(
        Html.element("span class=\"quiet\"", resource.type().orElse("") + " "), Html.text(name));
  }

  private static Html health(Webhook webhook, Instant now) {
    Instant deletion = webhook.failureDeletionTimestamp();
    if (!webhook.active()) {
      return mark("warn", "⚠ inactive");
    }
    if (deletion == null) {
      return mark("good", "✓ active");
    }
    Instant next = webhook.nextAttemptAfter();
    String coming = next == null ? "" : " · next attempt " + ControlWords.relative(next, now);
    return Html.of(
        mark("bad", "✗ failing"),
        Html.titled(
            "div class=\"beside\"",
            "Last answer: " + webhook.lastFailureContent(),
            Html.text("retry " + webhook.deliveryRetryCount() + coming)),
        Html.element("div class=\"beside\"", "deletion " + ControlWords.relative(deletion, now)));
  }

  static Html injected(ActiveFaults.Injected injected) {
    Instant until = injected.until();
    return Html.element(
        "tr",
        Html.element("td", mark("warn", "⚠ " + injected.fault().text())),
        cell("", ControlWords.moment(injected.from())),
        cell("", until == null ? "it is removed" : ControlWords.moment(until)),
        cell("number", ControlWords.count(injected.struck(), "time")),
        cell("number quiet", String.valueOf(injected.number())));
  }

  static Html fault(Map.Entry<String, Long> fault) {
    return Html.element(
        "tr",
        Html.element("td", mark("warn", "⚠ " + fault.getKey())),
        cell("number", fault.getValue().toString()));
  }

  static Html attempt(Attempt attempt) {
    Html fault = attempt.fault() == null ? Html.of() : mark("warn", "⚠ " + attempt.fault());
    return Html.element(
        "tr",
        Html.titled(
            "td class=\"mono\"",
            Times.text(attempt.sentAt()),
            Html.text(ControlWords.ofDay(attempt.sentAt()))),
        Html.element("td", outcome(attempt), fault),
        Html.element("td", kind(attempt)),
        cell("mono wide", attempt.target().toString()),
        cell("number", attempt.took().toMillis() + " ms"),
        cell("quiet", attempt.because()),
        cell("number quiet", String.valueOf(attempt.number())));
  }

  private static Html outcome(Attempt attempt) {
    if (attempt.answer() instanceof Answer.NotSent) {
      return mark("still", attempt.delivered() ? "not sent, believed delivered" : "not sent");
    }
    return attempt.delivered()
        ? mark("good", "✓ " + attempt.answer().summary())
        : mark("bad", "✗ " + attempt.answer().summary());
  }

  private static Html kind(Attempt attempt) {
    String retry = attempt.retry() == 0 ? "" : " · retry " + attempt.retry();
    return switch (attempt.kind()) {
      case HANDSHAKE -> mark("info", "⇄ handshake");
      case HEARTBEAT -> mark("still", "♥ heartbeat" + retry);
      case EVENTS -> Html.text(ControlWords.count(attempt.events().size(), "event") + retry);
    };
  }

  private static Html mark(String colour, String words) {
    return Html.element("span class=\"mark " + colour + "\"", words);
  }

  private static Html cell(String classes, String text) {
    return Html.titled("td class=\"" + classes + "\"", text, Html.text(text));
  }

  private static Html time(@Nullable Instant at, Instant now) {
    return at == null
        ? cell("quiet", "never")
        : Html.titled("td", Times.text(at), Html.text(ControlWords.relative(at, now)));
  }
}
