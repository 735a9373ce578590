package webhookinspector.feed.tui.model;

import java.util.List;
import java.util.stream.Stream;

/** What a filter is most often made of, for completion; the program reads the language itself. */
final class FilterWords {

  private static final int MOST = 6;

  private static final List<String> WORDS =
      List.of(
          "kind=events",
          "kind=heartbeat",
          "kind=handshake",
          "kind=junk",
          "verdict=authentic",
          "verdict=forged",
          "verdict=unsigned",
          "verdict=nosecret",
          "action=changed",
          "action=added",
          "action=removed",
          "action=deleted",
          "type=task",
          "type=story",
          "field=completed",
          "field=due_on",
          "field=assignee",
          "resource=",
          "user=",
          "inbox=",
          "repeat=yes",
          "pinned=yes",
          "since=1h",
          "answer=200");

  private FilterWords() {}

  static List<String> completing(String word) {
    Stream<String> words =
        word.isEmpty()
            ? Stream.of("action=changed", "type=task", "kind=events", "verdict=forged", "since=1h")
            : WORDS.stream().filter(one -> one.startsWith(word) && !one.equals(word));
    return words.limit(MOST).toList();
  }
}
