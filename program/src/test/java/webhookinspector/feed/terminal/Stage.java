package webhookinspector.feed.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.inspection.DeliveryLine;

/** A plain view on paper, and a play that has one of everything. */
final class Stage {

  final StringWriter paper = new StringWriter();
  final PlainView view;

  Stage(int width, boolean color, boolean ascii) {
    var look =
        new Look(
            () -> width,
            ZoneId.of("Europe/Berlin"),
            InstantSource.fixed(Examples.NOON),
            color ? Palette.SIXTEEN : Palette.NONE,
            ascii);
    view = new PlainView(new PrintWriter(paper), look);
  }

  static Stage ofWidth(int width) {
    return new Stage(width, false, false);
  }

  void tell(DeliveryLine line) {
    view.told(Examples.told(line));
  }

  String shown() {
    return paper.toString();
  }

  /** One of everything that can happen. */
  Stage play() {
    state(new State.Starting("opening the ports"));
    view.open(Examples.opening());
    state(new State.WaitingForHandshake("the create call for “Build board” is open"));
    tell(Examples.handshake(1));
    state(new State.Live("change something in “Build board” to see it here"));
    tell(Examples.heartbeat(2));
    tell(Examples.completed(3));
    tell(
        Examples.delivery(
            4,
            Examples.event("Ben added the task “Write the notes for the release” to “Doing”", 700),
            Examples.event("Ben assigned “Write the notes for the release” to Ann", 600),
            Examples.event("Ann commented on “Fix login”: “done, please look”", 500)));
    tell(Examples.completed(5).repeating(Examples.id(3)));
    tell(Examples.forged(6));
    tell(Examples.line(7, "delivery", "heartbeat", "unsigned", null));
    tell(Examples.line(8, "delivery", "events", "nosecret", null, late()));
    tell(Examples.line(8, "delivery", "events", "authentic", null, late()));
    tell(Examples.line(9, "delivery", "junk", "authentic", null));
    tell(Examples.line(10, "handshake", "handshake", "refused", null));
    view.told(
        new Line.OfAlert(
            Examples.NOON.plusSeconds(11),
            "build-board",
            "stranger-handshake",
            "a stranger offered a secret and was refused; nothing changed. If it goes on, create"
                + " the webhook anew: inspector webhooks create"));
    view.told(new Line.OfGap(Examples.gap("the tunnel is down")));
    view.told(
        new Line.OfAttempt(
            Examples.NOON.plusSeconds(13),
            Examples.id(3),
            "http://localhost:3000",
            204,
            12,
            null,
            "replay",
            Examples.id(3),
            null));
    state(new State.Degraded("the disk is full; deliveries get 503 until there is room"));
    tell(Examples.delivery(14, Examples.event("Zoë renamed “日本語” to “\u001b[2J\u202egnp”", 0)));
    view.fellBehind(120);
    tell(Examples.delivery(90_000, Examples.event("Ann reopened “Fix login”", 10_000_000)));
    view.close();
    return this;
  }

  private static webhookinspector.inspection.EventLine late() {
    return Examples.event("Ann moved “Fix login” to “Done”", 1_200_000);
  }

  private void state(State state) {
    view.told(new Line.OfState(Examples.NOON, state));
  }
}
