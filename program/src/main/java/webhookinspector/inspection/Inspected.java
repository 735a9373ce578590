package webhookinspector.inspection;

/**
 * What the inspection of one delivery gave.
 *
 * @param line for lists and views
 * @param text what a search for words looks through: the sentences, then the body as text; see
 *     {@link Inspector}
 */
public record Inspected(DeliveryLine line, String text) {}
