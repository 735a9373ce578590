package webhookinspector.feed.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/** What a delivery says, in a sentence and in those that stand beneath it. Still raw text. */
public final class Story {

  /** Of a delivery with more events, only so many are told; the history has them all. */
  public static final int MAX_EVENTS = 20;

  /** Of what nobody may believe, fewer, so that a stranger cannot fill the screen. */
  static final int MAX_CLAIMS = 3;

  private Story() {}

  /**
   * What happened.
   *
   * @param room columns that the first of several events must fit into to stand for them all
   */
  public static String headline(DeliveryLine line, int room) {
    if (!isSeries(line)) {
      return headline(line);
    }
    String first = line.events().getFirst().sentence();
    return leads(line, room) ? first : summary(line.events());
  }

  private static boolean isSeries(DeliveryLine line) {
    return line.verdict().equals("authentic") && line.events().size() > 1;
  }

  private static boolean leads(DeliveryLine line, int room) {
    String first = line.events().getFirst().sentence();
    return !first.isBlank() && Columns.width(first) <= room;
  }

  private static String headline(DeliveryLine line) {
    return switch (line.verdict()) {
      case "pending" -> "Secret echoed; Asana must confirm it";
      case "accepted" -> "Confirmed secret echoed again";
      case "authentic" -> believed(line);
      default -> capitalised(line.because());
    };
  }

  private static String believed(DeliveryLine line) {
    return switch (line.kind()) {
      case "heartbeat" -> "Asana says that the webhook lives";
      case "junk" -> "Signed correctly, but no list of events";
      default -> line.events().isEmpty() ? "" : line.events().getFirst().sentence();
    };
  }

  private static String summary(List<EventLine> events) {
    Map<String, Long> counts =
        events.stream()
            .map(event -> event.resource().type().orElse("something") + " " + event.action())
            .collect(
                Collectors.groupingBy(
                    what -> what.strip(), LinkedHashMap::new, Collectors.counting()));
    return events.size()
        + " events: "
        + counts.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? " ×" + e.getValue() : ""))
            .collect(Collectors.joining(", "));
  }

  /** What stands beneath: each event that the headline does not tell. */
  public static List<String> beneath(DeliveryLine line, int room) {
    boolean believed = line.verdict().equals("authentic");
    boolean first = believed && (!isSeries(line) || leads(line, room));
    String claim = believed ? "" : "claims: ";
    int most = believed ? MAX_EVENTS : MAX_CLAIMS;
    var beneath = new ArrayList<String>();
    line.events().stream()
        .limit(most)
        .skip(first ? 1 : 0)
        .forEach(event -> beneath.add(claim + event.sentence()));
    if (line.events().size() > most) {
      beneath.add(
          "and " + (line.events().size() - most) + " more: inspector show " + line.position());
    }
    beneath.addAll(before(line));
    return beneath;
  }

  /** What was told before: the whole body, or some of its changes. */
  public static List<String> before(DeliveryLine line) {
    if (line.repeatOf() != null) {
      return List.of("the same body as " + line.repeatOf());
    }
    return line.events().stream()
        .flatMap(event -> Stream.ofNullable(event.echoOf()))
        .findFirst()
        .map(first -> List.of(echoes(line) + " told before, in " + first))
        .orElse(List.of());
  }

  private static String echoes(DeliveryLine line) {
    int all = line.events().size();
    if (line.echoes() == all) {
      return all == 1 ? "this change was" : "these changes were";
    }
    return line.echoes() + " of these " + all + " changes " + (line.echoes() == 1 ? "was" : "were");
  }

  /**
   * From the oldest of its events, by Asana's clock, to its arrival, by ours; not below zero, and
   * nothing for what only claims to be Asana's.
   */
  public static Optional<Duration> lag(DeliveryLine line) {
    return line.verdict().equals("authentic")
        ? line.lag().map(lag -> lag.isNegative() ? Duration.ZERO : lag)
        : Optional.empty();
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
