package webhookinspector.inspection;

import java.util.List;

/**
 * A delivery in which words stand.
 *
 * @param excerpts where, the sentences first; none where only its fields were asked for
 */
public record Hit(DeliveryLine delivery, List<Excerpt> excerpts) {

  public Hit {
    excerpts = List.copyOf(excerpts);
  }
}
