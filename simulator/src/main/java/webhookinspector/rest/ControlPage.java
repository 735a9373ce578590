package webhookinspector.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.ActiveFaults;
import webhookinspector.sender.Attempt;
import webhookinspector.sender.Journal;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Shift;
import webhookinspector.world.World;

/** The simulator's state for a browser: one page without any script, and its style sheet. */
record ControlPage(
    World world, Webhooks webhooks, Journal journal, Shift shift, ActiveFaults faults) {

  /** No script at all, nothing from elsewhere, in nobody's frame. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  void addTo(Router router) {
    router.addWaiting("GET", "/", "", this::page);
    router.addWaiting("GET", "/control.css", "", request -> style());
  }

  private Reply page(Request request) {
    String page = new ControlView(state(), request.text("pause").isPresent()).page();
    return reply("text/html; charset=UTF-8", Body.of(page));
  }

  private ControlState state() {
    List<Attempt> attempts = journal.attempts();
    long count = journal.count();
    return world.during(
        () ->
            new ControlState(
                world.now(),
                world.clock().speed(),
                shift.rate(),
                webhooks.all().stream()
                    .map(each -> new ControlState.Row(each.view(), each.waiting()))
                    .toList(),
                faults.list(),
                attempts,
                count));
  }

  private static Reply style() {
    try (InputStream in =
        Objects.requireNonNull(ControlPage.class.getResourceAsStream("control.css"))) {
      return reply("text/css; charset=UTF-8", Body.wrapping(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply reply(String type, Body body) {
    Headers headers =
        Headers.of(
            "Content-Type",
            type,
            "Content-Security-Policy",
            POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");
    return new Reply(200, headers, body, false);
  }
}
