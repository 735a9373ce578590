package webhookinspector.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.app.Surroundings;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.WebhookHealth;
import webhookinspector.web.AdminJson;
import webhookinspector.web.Refusal;
import webhookinspector.web.WebhookLine;

/** A webhook as text for people, or as one line of JSON. */
final class WebhookText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

  private final Surroundings surroundings;
  private final boolean json;

  WebhookText(Surroundings surroundings, boolean json) {
    this.surroundings = surroundings;
    this.json = json;
  }

  /**
   * What was typed as the gid of a webhook.
   *
   * @throws Refusal if it cannot be one
   */
  static String gid(String typed) {
    if (!typed.matches("[0-9]{1,40}")) {
      throw Refusal.badInput(
          "gid: " + typed + " (expected: decimal digits)", "`inspector webhooks list` shows them.");
    }
    return typed;
  }

  /** On one line. */
  String row(WebhookLine line) {
    if (json) {
      return AdminJson.webhook(line);
    }
    WebhookHealth health = line.health();
    return Plain.text(
        String.join(
            "  ",
            line.webhook().gid(),
            HealthText.word(health),
            words(line.webhook().resource()),
            line.inbox() == null ? "not ours" : "inbox " + line.inbox(),
            health.sentences().getFirst()));
  }

  /** With all that is known. */
  String whole(WebhookLine line) {
    if (json) {
      return AdminJson.webhook(line);
    }
    Webhook webhook = line.webhook();
    WebhookHealth health = line.health();
    var rows = new ArrayList<String>();
    rows.add("webhook " + webhook.gid() + ", " + HealthText.word(health));
    rows.add("  watches  " + words(webhook.resource()));
    rows.add("  target   " + webhook.target());
    rows.add("  filters  " + filters(webhook.filters()));
    rows.add("  created  " + time(webhook.createdAt()));
    rows.add("  inbox    " + (line.inbox() == null ? "none of ours" : line.inbox()));
    var text = new HealthText(surroundings.clock().instant());
    text.details(health).forEach(row -> rows.add("  " + row));
    return Plain.text(String.join("\n", rows));
  }

  /** What went and what came, a line each. */
  List<String> difference(List<Filter> before, List<Filter> after) {
    var rows = new ArrayList<String>();
    orEverything(before).stream().filter(f -> !after.contains(f)).forEach(f -> rows.add("- " + f));
    orEverything(after).forEach(f -> rows.add((before.contains(f) ? "  " : "+ ") + f));
    return rows.stream().map(Plain::text).toList();
  }

  private static List<Filter> orEverything(List<Filter> filters) {
    return filters.isEmpty() ? List.of(Filter.ANY) : filters;
  }

  private static String filters(List<Filter> filters) {
    return orEverything(filters).stream().map(Filter::toString).collect(Collectors.joining(" or "));
  }

  private static String words(Ref resource) {
    String type = resource.type().orElse("resource");
    return resource.name() == null
        ? type + " " + resource.gid()
        : type + " " + resource.name() + " (" + resource.gid() + ")";
  }

  private String time(@Nullable Instant at) {
    return at == null ? "unknown" : TIME.format(at.atZone(surroundings.zone()));
  }
}
