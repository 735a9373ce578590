package webhookinspector.rest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Times;
import webhookinspector.world.World;

/** Tells, moves and paces the clock. */
record ClockControls(World world) {

  void addTo(Router router) {
    router.addWaiting("GET", "/clock", "", request -> clock());
    router.addWaiting("POST", "/clock", "", this::setClock);
  }

  private Reply clock() {
    ObjectNode out = Json.object().put("now", Times.text(world.now()));
    return Reply.of(200, out.put("speed", world.clock().speed()));
  }

  private Reply setClock(Request request) {
    request.text("speed").ifPresent(text -> world.clock().speed(Control.number("speed", text)));
    request.text("advance").ifPresent(text -> world.clock().advance(duration(text)));
    return clock();
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.badRequest("advance: " + text + " (expected: a duration such as PT25H)");
    }
  }
}
