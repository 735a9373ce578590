package webhookinspector.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.sender.Sender;
import webhookinspector.subscriptions.Draft;
import webhookinspector.subscriptions.LiveWebhook;
import webhookinspector.subscriptions.Refused;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.world.Item;
import webhookinspector.world.World;

/** The calls under {@code /webhooks}. */
final class WebhookCalls {

  private final World world;
  private final Webhooks webhooks;
  private final Sender sender;
  private final Targets targets;
  private final Paging paging;

  WebhookCalls(World world, Webhooks webhooks, Sender sender, Targets targets, Paging paging) {
    this.world = world;
    this.webhooks = webhooks;
    this.sender = sender;
    this.targets = targets;
    this.paging = paging;
  }

  void addTo(Router router) {
    router.addWaiting("POST", "/webhooks", "webhooks:write", this::create);
    router.add("GET", "/webhooks", "webhooks:read", this::list);
    router.add("GET", "/webhooks/{gid}", "webhooks:read", this::show);
    router.add("PUT", "/webhooks/{gid}", "webhooks:write", this::update);
    router.add("DELETE", "/webhooks/{gid}", "webhooks:delete", this::delete);
  }

  /** Blocks while the handshake runs. */
  private Reply create(Request request) {
    Instant createdAt = world.now();
    Draft draft = world.during(() -> draft(request));
    Secret secret = sender.shakeHands(draft.target());
    ObjectNode record =
        world.during(
            () -> {
              LiveWebhook webhook = webhooks.add(draft, secret, createdAt);
              sender.begin(webhook);
              return WebhookRecord.full(webhook.view());
            });
    ObjectNode document = Json.object();
    document.set("data", Records.pick(record, request.fields()));
    document.put(Handshake.HEADER, secret.reveal());
    return Reply.created(document, "/webhooks/" + record.path("gid").asString());
  }

  private Draft draft(Request request) {
    String gid =
        request
            .text("resource")
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> Refused.badRequest("You should specify one of resource"));
    String target = request.required("target");
    Item resource = world.find(gid).orElseThrow(() -> Refused.unknown("resource", gid));
    var draft =
        new Draft(
            request.caller(), resource, uri(target), WebhookRecord.filters(request.raw("filters")));
    targets.check(draft.target());
    webhooks.check(draft);
    return draft;
  }

  private static URI uri(String target) {
    try {
      URI uri = new URI(target);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw Refused.badRequest("target: Not a valid URL: " + target);
  }

  private Reply list(Request request) {
    String workspace = request.required("workspace");
    if (!world.workspace().gid().equals(workspace)) {
      throw Refused.unknown("workspace", workspace);
    }
    List<LiveWebhook> mine =
        webhooks.of(request.caller()).stream()
            .filter(
                webhook ->
                    request
                        .text("resource")
                        .map(gid -> Objects.equals(gid, webhook.resource().gid()))
                        .orElse(true))
            .toList();
    return paging.page(
        request,
        mine,
        webhook ->
            request.fields().areDefault()
                ? WebhookRecord.compact(webhook.view())
                : Records.pick(WebhookRecord.full(webhook.view()), request.fields()));
  }

  private Reply show(Request request) {
    return Reply.data(Records.pick(WebhookRecord.full(mine(request).view()), request.fields()));
  }

  private Reply update(Request request) {
    LiveWebhook webhook = mine(request);
    if (request.raw("filters") == null) {
      throw Refused.badRequest("filters: Missing input");
    }
    webhooks.filter(webhook, WebhookRecord.filters(request.raw("filters")));
    return show(request);
  }

  private Reply delete(Request request) {
    webhooks.delete(mine(request));
    return Reply.done();
  }

  private LiveWebhook mine(Request request) {
    String gid = request.name("gid");
    return webhooks
        .find(gid)
        .filter(webhook -> webhook.owner().isSameAs(request.caller()))
        .orElseThrow(() -> Refused.unknown("webhook", gid));
  }
}
