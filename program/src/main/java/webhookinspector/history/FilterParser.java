package webhookinspector.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.history.FilterTokens.Sort;
import webhookinspector.history.FilterTokens.Token;

/**
 * Reads the filter language; docs/filters.md says it for people.
 *
 * <pre>
 * filter = all { "or" all }
 * all    = one { ["and"] one }
 * one    = "(" filter ")" | field ("=" | "!=") value | word | "\"" words "\""
 * </pre>
 */
public final class FilterParser {

  /** In characters. */
  public static final int LONGEST = 2_000;

  private static final int DEEPEST = 32;

  private final List<Token> tokens;
  private final FilterTerms terms;
  private int next = 0;
  private int depth = 0;

  private FilterParser(List<Token> tokens, FilterTerms terms) {
    this.tokens = tokens;
    this.terms = terms;
  }

  /**
   * Reads a filter. Nothing but blanks lets everything through.
   *
   * @param now what {@code since=2h} counts from
   * @throws FilterProblem when it cannot be read
   */
  public static FilterExpression parse(String text, Instant now) {
    if (text.length() > LONGEST) {
      throw new FilterProblem(
          LONGEST + 1, text.length() + " characters (expected: at most " + LONGEST + ")");
    }
    try {
      List<Token> tokens = FilterTokens.of(text);
      return tokens.size() == 1
          ? FilterExpression.ALL
          : new FilterParser(tokens, new FilterTerms(now)).whole();
    } catch (FilterMending e) {
      throw e.of(text);
    }
  }

  private FilterExpression whole() {
    FilterExpression filter = any();
    if (peek().sort() == Sort.CLOSE) {
      var problem = new FilterProblem(peek().at(), ") (expected: a ( in front of it)");
      throw new FilterMending(problem, peek().at(), 1, "");
    }
    return filter;
  }

  private FilterExpression any() {
    var parts = new ArrayList<FilterExpression>();
    parts.add(all());
    while (isWord("or")) {
      take();
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new FilterExpression.Or(List.copyOf(parts));
  }

  private FilterExpression all() {
    var parts = new ArrayList<FilterExpression>();
    parts.add(one());
    while (goesOn()) {
      if (isWord("and")) {
        take();
      }
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new FilterExpression.And(List.copyOf(parts));
  }

  private boolean goesOn() {
    return peek().sort() != Sort.END && peek().sort() != Sort.CLOSE && !isWord("or");
  }

  private FilterExpression one() {
    Token token = take();
    return switch (token.sort()) {
      case OPEN -> bracket(token);
      case QUOTED -> FilterTerms.words(token);
      case TERM -> term(token);
      case CLOSE, END ->
          throw new FilterProblem(
              token.at(),
              (token.sort() == Sort.END ? "the filter ends here" : ")")
                  + " (expected: a condition, such as action=changed)");
    };
  }

  private FilterExpression bracket(Token open) {
    if (++depth > DEEPEST) {
      throw new FilterProblem(
          open.at(), "( is too deep (expected: at most " + DEEPEST + " inside each other)");
    }
    FilterExpression inside = any();
    if (take().sort() != Sort.CLOSE) {
      var problem =
          new FilterProblem(open.at(), "( is never closed (expected: a ) behind its filter)");
      throw new FilterMending(problem, tokens.getLast().at(), 0, ")");
    }
    depth--;
    return inside;
  }

  private FilterExpression term(Token token) {
    if (token.text().equalsIgnoreCase("or") || token.text().equalsIgnoreCase("and")) {
      throw new FilterProblem(
          token.at(),
          token.text() + " (expected: a condition in front of it, or \"or\" in quotes)");
    }
    boolean wantsValue = token.text().endsWith("=");
    boolean quoted = wantsValue && peek().sort() == Sort.QUOTED && touches(token, peek());
    return terms.term(token, quoted ? take().text() : "");
  }

  private static boolean touches(Token one, Token other) {
    return one.at() + one.text().length() == other.at();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.sort() != Sort.END) {
      next++;
    }
    return token;
  }

  private boolean isWord(String word) {
    return peek().sort() == Sort.TERM && peek().text().equalsIgnoreCase(word);
  }
}
