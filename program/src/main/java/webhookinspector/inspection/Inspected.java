package webhookinspector.inspection;

import java.util.List;
import webhookinspector.event.Ref;

/**
 * What the inspection of one delivery gave.
 *
 * @param line for lists and views
 * @param text what a search for words looks through: the sentences, then the body as text; see
 *     {@link Inspector}
 * @param named the things in it whose names are known, each once; empty where nobody vouches for it
 */
public record Inspected(DeliveryLine line, String text, List<Ref> named) {

  public Inspected {
    named = List.copyOf(named);
  }

  /** Where no name is known. */
  public Inspected(DeliveryLine line, String text) {
    this(line, text, List.of());
  }
}
