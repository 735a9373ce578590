package webhookinspector.web;

import java.util.List;
import webhookinspector.inspection.Hit;

/**
 * What a search found.
 *
 * @param hits newest first
 * @param words that were looked for, in lower case
 */
public record Hits(List<Hit> hits, List<String> words) {

  public Hits {
    hits = List.copyOf(hits);
    words = List.copyOf(words);
  }
}
