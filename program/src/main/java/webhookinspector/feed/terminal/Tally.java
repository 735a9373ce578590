package webhookinspector.feed.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.DeliveryLine;

/** Counts what was shown, and knows the latest ones again when they are judged again. */
public final class Tally {

  /** Judgements come again within a create call, so a few are enough. */
  private static final int REMEMBERED = 1_000;

  private final Map<String, String> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Map<String, Integer> counts = new TreeMap<>();
  private int all;

  /** What a line is to whoever watches. */
  public enum Seen {
    FIRST,
    /** Judged otherwise than before. */
    CHANGED,
    SAME
  }

  /** Counts it. */
  public Seen add(DeliveryLine line) {
    String word = Badge.of(line).word();
    String before = recent.put(line.id(), word);
    counts.merge(word, 1, Integer::sum);
    if (before == null) {
      all++;
      return Seen.FIRST;
    }
    counts.computeIfPresent(before, (w, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    return before.equals(word) ? Seen.SAME : Seen.CHANGED;
  }

  /** The last words of a view. */
  public List<String> farewell(Ink ink) {
    if (all == 0) {
      return List.of(ink.paint(Tone.FAINT, "Nothing arrived."));
    }
    String each =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(ink.sign(" · ", ", ")));
    return List.of(
        "",
        all + " shown: " + each,
        ink.paint(Tone.FAINT, "inspector list shows them again, inspector show NO. one of them"));
  }
}
