package webhookinspector.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.sender.Attempt;
import webhookinspector.sender.Journal;
import webhookinspector.subscriptions.Refused;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Shift;
import webhookinspector.world.Times;
import webhookinspector.world.World;

/** The journal, the team, tokens, and changes that no call of Asana's makes. */
record WorldControls(World world, Webhooks webhooks, Journal journal, Shift shift, Access access) {

  void addTo(Router router) {
    router.addWaiting("GET", "/journal", "", this::journal);
    router.addWaiting("GET", "/team", "", request -> team());
    router.addWaiting("POST", "/team", "", this::setTeam);
    router.addWaiting("POST", "/tokens", "", this::grant);
    router.addWaiting("POST", "/changes", "", this::change);
    router.addWaiting("GET", "/state", "", request -> state());
  }

  /** Oldest first; {@code after} a number, at most {@code limit}. */
  private Reply journal(Request request) {
    long after = (long) Control.number("after", request.text("after").orElse("0"));
    long limit = (long) Control.number("limit", request.text("limit").orElse("1000"));
    ArrayNode data = Json.array();
    journal.attempts().stream()
        .filter(attempt -> attempt.number() > after && matches(request, attempt))
        .limit(limit)
        .map(AttemptRecord::of)
        .forEach(data::add);
    return Reply.of(200, Json.object().put("count", journal.count()).set("data", data));
  }

  private static boolean matches(Request request, Attempt attempt) {
    return request.text("webhook").map(gid -> gid.equals(attempt.webhook())).orElse(true)
        && request
            .text("delivered")
            .map(wanted -> Boolean.parseBoolean(wanted) == attempt.delivered())
            .orElse(true);
  }

  private Reply team() {
    return Reply.of(200, Json.object().put("changesPerSecond", shift.rate()));
  }

  private Reply setTeam(Request request) {
    request.text("make").ifPresent(text -> shift.make((int) Control.number("make", text)));
    request
        .text("changesPerSecond")
        .ifPresent(text -> shift.work(Control.number("changesPerSecond", text)));
    return team();
  }

  private Reply grant(Request request) {
    String token = request.required("token");
    Set<String> scopes = new LinkedHashSet<>();
    JsonNode given = request.raw("scopes");
    if (given == null) {
      scopes.add("default");
    } else {
      given.forEach(scope -> scopes.add(scope.asString()));
    }
    return world.during(
        () -> {
          String gid = request.text("user").orElse(world.people().getFirst().gid());
          access.grant(token, find(gid), scopes);
          return Reply.done();
        });
  }

  private Item find(String gid) {
    return world.findEvenDeleted(gid).orElseThrow(() -> Refused.unknown("gid", gid));
  }

  private Reply change(Request request) {
    Item user = world.people().getFirst();
    String gid = request.required("undelete");
    world.run(() -> new Edits(world).undelete(find(gid), user));
    return Reply.done();
  }

  private Reply state() {
    List<Attempt> attempts = journal.attempts();
    return world.during(
        () -> {
          ObjectNode out = Json.object().put("now", Times.text(world.now()));
          out.put("speed", world.clock().speed()).put("attempts", journal.count());
          out.put("changesPerSecond", shift.rate());
          out.put("lastAttempt", attempts.isEmpty() ? null : attempts.getLast().summary());
          ArrayNode all = out.putArray("webhooks");
          webhooks
              .all()
              .forEach(
                  webhook ->
                      all.add(
                          WebhookRecord.full(webhook.view()).put("waiting", webhook.waiting())));
          return Reply.of(200, out);
        });
  }
}
