package webhookinspector.rest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.sender.Attempt;
import webhookinspector.sender.Journal;
import webhookinspector.subscriptions.Caller;
import webhookinspector.subscriptions.Refused;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Shift;
import webhookinspector.world.Times;
import webhookinspector.world.World;

/**
 * The simulator's own controls, which Asana does not have: clock, journal, team, tokens, and
 * changes that no call makes. Open to everybody on this machine, but not to web pages.
 */
public final class Control implements Surface {

  private final World world;
  private final Webhooks webhooks;
  private final Journal journal;
  private final Shift shift;
  private final Access access;
  private final Router router = new Router();

  public Control(World world, Webhooks webhooks, Journal journal, Shift shift, Access access) {
    this.world = world;
    this.webhooks = webhooks;
    this.journal = journal;
    this.shift = shift;
    this.access = access;
    router.addWaiting("GET", "/clock", "", request -> clock());
    router.addWaiting("POST", "/clock", "", this::setClock);
    router.addWaiting("GET", "/journal", "", this::journal);
    router.addWaiting("GET", "/team", "", request -> team());
    router.addWaiting("POST", "/team", "", this::setTeam);
    router.addWaiting("POST", "/tokens", "", this::grant);
    router.addWaiting("POST", "/changes", "", this::change);
    router.addWaiting("GET", "/state", "", request -> state());
  }

  @Override
  public Reply handle(Call call) {
    try {
      if (call.headers().has("Origin")) {
        throw Refused.forbidden("Origin: set (expected: no web page; use curl, or Java)");
      }
      Router.Found found =
          router
              .find(call.method(), call.path())
              .orElseThrow(
                  () ->
                      new Refused(
                          404,
                          call.method()
                              + " "
                              + call.path()
                              + ": no such control (expected: one of docs/simulator.md)"));
      Caller nobody = new Caller("control", world.people().getFirst(), Set.of());
      return found.route().handler().handle(Request.of(enveloped(call), nobody, found.names()));
    } catch (Refused e) {
      return Api.error(e.status(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return Api.error(400, String.valueOf(e.getMessage()));
    }
  }

  /** Controls take their input without an envelope. */
  private static Call enveloped(Call call) {
    if (call.body().size() == 0) {
      return call;
    }
    ObjectNode document = Json.object().set("data", Json.read(call.body().toBytes()));
    return call.withJson(Json.write(document, false));
  }

  private Reply clock() {
    ObjectNode out = Json.object().put("now", Times.text(world.now()));
    return Reply.of(200, out.put("speed", world.clock().speed()));
  }

  private Reply setClock(Request request) {
    request.text("speed").ifPresent(text -> world.clock().speed(number("speed", text)));
    request.text("advance").ifPresent(text -> world.clock().advance(duration(text)));
    return clock();
  }

  private static double number(String name, String text) {
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1_000_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw Refused.badRequest(name + ": " + text + " (expected: 0 to 1000000)");
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.badRequest("advance: " + text + " (expected: a duration such as PT25H)");
    }
  }

  /** Oldest first; {@code after} a number, at most {@code limit}. */
  private Reply journal(Request request) {
    long after = (long) number("after", request.text("after").orElse("0"));
    long limit = (long) number("limit", request.text("limit").orElse("1000"));
    ArrayNode data = Json.array();
    journal.attempts().stream()
        .filter(attempt -> attempt.number() > after)
        .limit(limit)
        .map(AttemptRecord::of)
        .forEach(data::add);
    return Reply.of(200, Json.object().put("count", journal.count()).set("data", data));
  }

  private Reply team() {
    return Reply.of(200, Json.object().put("changesPerSecond", shift.rate()));
  }

  private Reply setTeam(Request request) {
    request.text("make").ifPresent(text -> shift.make((int) number("make", text)));
    request
        .text("changesPerSecond")
        .ifPresent(text -> shift.work(number("changesPerSecond", text)));
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
