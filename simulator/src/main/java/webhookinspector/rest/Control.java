package webhookinspector.rest;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.faults.ActiveFaults;
import webhookinspector.sender.Journal;
import webhookinspector.subscriptions.Caller;
import webhookinspector.subscriptions.Refused;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Shift;
import webhookinspector.world.World;

/**
 * The simulator's own controls, which Asana does not have. Open to everybody on this machine, but
 * not to web pages. They may wait, so the world is not held meanwhile.
 */
public final class Control implements Surface {

  private final World world;
  private final Router router = new Router();

  public Control(
      World world,
      Webhooks webhooks,
      Journal journal,
      Shift shift,
      Access access,
      ActiveFaults faults) {
    this.world = world;
    new ControlPage(world, webhooks, journal, shift, faults).addTo(router);
    new ClockControls(world).addTo(router);
    new FaultControls(faults).addTo(router);
    new WorldControls(world, webhooks, journal, shift, access).addTo(router);
  }

  @Override
  public Reply handle(Call call) {
    try {
      if (call.headers().has("Origin")) {
        throw Refused.forbidden("Origin: set (expected: no web page; use curl, or Java)");
      }
      Router.Found found = router.find(call.method(), call.path()).orElseThrow(() -> unknown(call));
      Caller nobody = new Caller("control", world.people().getFirst(), Set.of());
      return found.route().handler().handle(Request.of(enveloped(call), nobody, found.names()));
    } catch (Refused e) {
      return Api.error(e.status(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return Api.error(400, String.valueOf(e.getMessage()));
    }
  }

  private static Refused unknown(Call call) {
    return new Refused(
        404,
        call.method()
            + " "
            + call.path()
            + ": no such control (expected: one of docs/simulator.md)");
  }

  /** Controls take their input without an envelope. */
  private static Call enveloped(Call call) {
    if (call.body().size() == 0) {
      return call;
    }
    ObjectNode document = Json.object().set("data", Json.read(call.body().toBytes()));
    return call.withJson(Json.write(document, false));
  }

  /**
   * @throws Refused with 400 when it is none, below 0 or above a million
   */
  static double number(String name, String text) {
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
}
