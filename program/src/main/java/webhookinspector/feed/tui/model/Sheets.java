package webhookinspector.feed.tui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Timeline;

/** What lies over the list, and what it shows. */
public final class Sheets {

  /** In minutes, a column each. */
  public static final int SPAN = 60;

  private static final int MOST_ALERTS = 200;

  /** What is counted, in words and in the filter language. */
  private static final Map<String, String> COUNTED = new LinkedHashMap<>();

  static {
    COUNTED.put("authentic", "verdict=authentic");
    COUNTED.put("heartbeats", "kind=heartbeat verdict=authentic");
    COUNTED.put("handshakes", "kind=handshake");
    COUNTED.put("repeats", "repeat=yes");
    COUNTED.put("forged", "verdict=forged");
    COUNTED.put("unsigned", "verdict=unsigned");
    COUNTED.put("no secret", "verdict=nosecret");
    COUNTED.put("junk", "kind=junk");
  }

  /** How many deliveries match something, and with which filter they are found. */
  public record Count(String name, String filter, long number) {}

  /** All counts and the arrivals of the last minutes. */
  public record Numbers(List<Count> counts, List<Long> arrivals) {
    public Numbers {
      counts = List.copyOf(counts);
      arrivals = List.copyOf(arrivals);
    }
  }

  private final Scroll scroll = new Scroll();
  private @Nullable Sheet open;
  private List<Line.OfAlert> alerts = List.of();
  private int unread;
  private @Nullable Numbers numbers;
  private @Nullable Difference difference;
  private @Nullable Timeline timeline;

  public @Nullable Sheet open() {
    return open;
  }

  public Scroll scroll() {
    return scroll;
  }

  public List<Line.OfAlert> alerts() {
    return alerts;
  }

  /** Alerts that came and were not looked at. */
  public int unread() {
    return unread;
  }

  public @Nullable Numbers numbers() {
    return numbers;
  }

  public @Nullable Difference difference() {
    return difference;
  }

  public @Nullable Timeline timeline() {
    return timeline;
  }

  void close() {
    open = null;
  }

  void show(Model model, Sheet sheet) {
    if (open == sheet) {
      close();
      return;
    }
    open = sheet;
    scroll.top();
    switch (sheet) {
      case ALERTS -> {
        unread = 0;
        model.ask(host -> host.alerts(MOST_ALERTS), told -> alerts = List.copyOf(told));
      }
      case NUMBERS -> model.ask(Sheets::count, told -> numbers = told);
      case WEBHOOKS -> model.askForHealth();
      case KEYS, PLACES, DIFFERENCE, TIMELINE -> {}
    }
  }

  private static Numbers count(Host host) {
    var counts = new ArrayList<Count>();
    COUNTED.forEach((name, filter) -> counts.add(new Count(name, filter, host.count(filter))));
    return new Numbers(counts, host.arrivals("", SPAN));
  }

  void compare(Model model, String first, String second) {
    model.ask(
        host -> host.difference(first, second),
        told -> {
          difference = told;
          open = Sheet.DIFFERENCE;
          scroll.top();
        });
  }

  /** Everything about one thing; the latest is in sight. */
  void tell(Model model, String gid) {
    model.ask(
        host -> host.timeline(gid),
        told -> {
          timeline = told;
          open = Sheet.TIMELINE;
          scroll.bottom();
        });
  }

  void alert(Line.OfAlert alert) {
    unread++;
    var all = new ArrayList<Line.OfAlert>();
    all.add(alert);
    all.addAll(alerts.subList(0, Math.min(alerts.size(), MOST_ALERTS - 1)));
    alerts = List.copyOf(all);
  }
}
