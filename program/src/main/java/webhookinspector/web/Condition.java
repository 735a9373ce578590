package webhookinspector.web;

/**
 * Something without which no webhook can be created.
 *
 * @param name in a word or two, such as {@code token}
 * @param well whether it is met
 * @param message how it is, a sentence
 * @param next what to type or to do; "" when there is nothing
 */
public record Condition(String name, boolean well, String message, String next) {}
