package webhookinspector.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.feed.Examples;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.Lag;
import webhookinspector.watch.WebhookHealth;
import webhookinspector.watch.Word;

/** Webhooks of one project, each silent for too long. */
final class MemoryWebhooks {

  private final Map<String, WebhookLine> webhooks = new LinkedHashMap<>();

  /** All, or those that watch one resource. */
  List<WebhookLine> of(@Nullable String resource) {
    return webhooks.values().stream()
        .filter(w -> resource == null || w.webhook().resource().gid().equals(resource))
        .toList();
  }

  WebhookLine get(String gid) {
    WebhookLine line = webhooks.get(gid);
    if (line == null) {
      throw new AsanaRefused(404, List.of("webhook: Unknown object"), "It was deleted.");
    }
    return line;
  }

  void remove(String gid) {
    webhooks.remove(gid);
  }

  WebhookLine put(String gid, String resource, List<Filter> filters) {
    var webhook =
        new Webhook(
            gid,
            true,
            new Ref(resource, "project", null, "Build board"),
            URI.create("https://inspector.example.net/in/abc"),
            filters,
            Examples.NOON,
            Examples.NOON,
            null,
            "",
            0,
            null,
            null);
    var line = new WebhookLine(webhook, true, "build-board", health(webhook));
    webhooks.put(gid, line);
    return line;
  }

  private static WebhookHealth health(Webhook webhook) {
    return new WebhookHealth(
        webhook.gid(),
        "build-board",
        webhook.resource(),
        Word.SILENT,
        Level.ALARM,
        Examples.NOON,
        List.of("last success 16 h 1 min ago", "second"),
        "inspector webhooks create 1200",
        Examples.NOON,
        Examples.NOON,
        Examples.NOON,
        Examples.NOON.plusSeconds(28_800),
        3,
        Examples.NOON,
        Examples.NOON,
        new Lag(7, -3, 900, 2_000, 61_000));
  }
}
