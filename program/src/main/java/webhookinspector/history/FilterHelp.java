package webhookinspector.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be asked of one field: for help, completion and docs. The component names are the JSON
 * names.
 *
 * @param field as it is typed
 * @param of {@code event} or {@code delivery}
 * @param says what it asks for, a few words
 * @param values to offer
 * @param closed whether there are no others
 */
public record FilterHelp(String field, String of, String says, List<Value> values, boolean closed) {

  /**
   * @param says what it finds, a few words
   */
  public record Value(String value, String says) {}

  /** A filter that shows what can be asked, and what it finds. */
  public record Example(String filter, String finds) {}

  /** Where a value says more than its field. */
  private static final Map<String, String> FINDS =
      Map.ofEntries(
          Map.entry("action=added", "created, or put into a parent"),
          Map.entry("action=removed", "taken out of a parent"),
          Map.entry("action=deleted", "deleted itself"),
          Map.entry("action=undeleted", "brought back"),
          Map.entry("type=story", "comments and the activity log"),
          Map.entry("verdict=authentic", "signed with the inbox's secret"),
          Map.entry("verdict=forged", "signed with another secret"),
          Map.entry("verdict=unsigned", "without a signature"),
          Map.entry("verdict=nosecret", "nothing to check it with"),
          Map.entry("verdict=accepted", "a handshake that was repeated"),
          Map.entry("verdict=pending", "a handshake that waits for Asana's word"),
          Map.entry("verdict=refused", "a handshake that nobody had asked for"),
          Map.entry("kind=events", "deliveries that tell something"),
          Map.entry("kind=heartbeat", "Asana says that the webhook lives"),
          Map.entry("kind=handshake", "secrets that were offered"),
          Map.entry("kind=junk", "not a body of Asana's"),
          Map.entry("source=stream", "fetched from the events stream"),
          Map.entry("source=import", "brought in from a file"),
          Map.entry("echo=yes", "told before, by another delivery"),
          Map.entry("repeat=yes", "same inbox and same body again"),
          Map.entry("pinned=yes", "somebody pinned it"));

  /** All fields, in the order in which people should meet them. */
  public static final List<FilterHelp> FIELDS =
      Stream.concat(Stream.of(FilterField.values()).map(FilterHelp::of), times()).toList();

  /** From the plain to the clever. */
  public static final List<Example> EXAMPLES =
      List.of(
          new Example("action=changed field=due_on", "due dates that moved"),
          new Example("type=story since=1d", "comments of the last day"),
          new Example("\"Fix login\"", "these words in a sentence, a body or a note"),
          new Example("verdict!=authentic or repeat=yes", "what wants a second look"),
          new Example("user=none kind=events", "what Asana did by itself"),
          new Example("(field=completed or field=due_on) since=1w", "brackets group"));

  public FilterHelp {
    values = List.copyOf(values);
  }

  private static FilterHelp of(FilterField field) {
    String of = field.ofEvent() ? "event" : "delivery";
    return help(field.word(), of, field.doc(), field.choices(), field.isClosed());
  }

  private static Stream<FilterHelp> times() {
    List<String> ages = List.of("1h", "1d", "1w", "2026-06-12");
    return Stream.of(
        help("since", "delivery", "when it arrived: then or later", ages, false),
        help("before", "delivery", "when it arrived: earlier", ages, false));
  }

  private static FilterHelp help(
      String field, String of, String says, List<String> values, boolean closed) {
    List<Value> told =
        values.stream()
            .map(value -> new Value(value, FINDS.getOrDefault(field + "=" + value, says)))
            .toList();
    return new FilterHelp(field, of, says, told, closed);
  }
}
