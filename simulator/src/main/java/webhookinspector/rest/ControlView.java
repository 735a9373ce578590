package webhookinspector.rest;

import java.util.List;
import java.util.Map;

/**
 * The control page as markup.
 *
 * @param paused whether it stays as it is; else the browser asks again every two seconds
 */
record ControlView(ControlState state, boolean paused) {

  private static final int MOST_ATTEMPTS = 50;

  String page() {
    return "<!doctype html>\n"
        + Html.element("html lang=\"en\"", head(), Html.element("body", bar(), main()));
  }

  private Html head() {
    return Html.element(
        "head",
        Html.ours("<meta charset=\"utf-8\">"),
        Html.ours("<meta name=\"viewport\" content=\"width=device-width\">"),
        Html.ours(paused ? "" : "<meta http-equiv=\"refresh\" content=\"2\">"),
        Html.ours("<link rel=\"icon\" href=\"data:,\">"),
        Html.ours("<link rel=\"stylesheet\" href=\"/simulator/control.css\">"),
        Html.element("title", "Local Asana"));
  }

  private Html bar() {
    Html pause =
        paused
            ? Html.element("a href=\"/simulator/\"", "Go on")
            : Html.element("a href=\"/simulator/?pause=1\"", "Pause");
    return Html.element(
        "header",
        Html.element("h1", "Local Asana"),
        Html.element("span class=\"live\"", paused ? "paused" : "every 2 s"),
        pause);
  }

  private Html main() {
    return Html.element("main", facts(), webhooks(), injected(), faults(), attempts());
  }

  private Html facts() {
    return Html.element(
        "dl",
        fact("Clock", ControlWords.moment(state.now()), ControlWords.speed(state.speed())),
        fact(
            "Webhooks",
            String.valueOf(state.webhooks().size()),
            state.failing() == 0 ? "none is failing" : state.failing() + " failing"),
        fact("Queue", ControlWords.count(state.waiting(), "event"), "waiting for delivery"),
        fact("Attempts", String.valueOf(state.count()), "so far"),
        fact(
            "Little team",
            state.rate() == 0 ? "rests" : ControlWords.number(state.rate()) + " changes/s",
            state.rate() == 0 ? "POST /simulator/team" : "of the simulator’s time"));
  }

  private static Html fact(String name, String value, String beside) {
    return Html.element(
        "div",
        Html.element("dt", name),
        Html.element("dd", value),
        Html.element("dd class=\"beside\"", beside));
  }

  private Html webhooks() {
    return ControlTables.section(
        "Webhooks",
        "No webhook yet. Create one: curl -H 'Authorization: Bearer any' -d"
            + " 'resource=GID&target=http://127.0.0.1:3000/hook' …/api/1.0/webhooks",
        List.of("State", "Resource", "Target", "Queue", "Last success", "Webhook"),
        state.webhooks().stream().map(row -> ControlTables.webhook(row, state.now())).toList());
  }

  private Html injected() {
    return state.injected().isEmpty()
        ? Html.of()
        : ControlTables.section(
            "Faults injected",
            "",
            List.of("Fault", "From", "Until", "Struck", "Number"),
            state.injected().stream().map(ControlTables::injected).toList());
  }

  /** Only when some were at work: no fault is the ordinary case. */
  private Html faults() {
    Map<String, Long> faults = state.faults();
    return faults.isEmpty()
        ? Html.of()
        : ControlTables.section(
            "Faults at work",
            "",
            List.of("Fault", "Attempts"),
            faults.entrySet().stream().map(ControlTables::fault).toList());
  }

  private Html attempts() {
    return ControlTables.section(
        "Attempts, newest first",
        "Nothing has been sent. A webhook’s handshake will be the first.",
        List.of("Sent", "Outcome", "What", "Target", "Took", "Why", "Number"),
        state.attempts().reversed().stream()
            .limit(MOST_ATTEMPTS)
            .map(ControlTables::attempt)
            .toList());
  }
}
