package webhookinspector.history;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into tokens. */
final class FilterTokens {

  /**
   * A piece of a filter.
   *
   * @param at position of its first character, from 1
   * @param text without quotes
   */
  record Token(Sort sort, int at, String text) {}

  enum Sort {
    OPEN,
    CLOSE,
    /** Something without quotes, such as {@code action=changed}, {@code or} or a bare word. */
    TERM,
    /** What stood in quotes. */
    QUOTED,
    END
  }

  private final String filter;
  private final List<Token> tokens = new ArrayList<>();
  private int at = 0;

  private FilterTokens(String filter) {
    this.filter = filter;
  }

  /** The last one is always {@code END}. */
  static List<Token> of(String filter) {
    return new FilterTokens(filter).read();
  }

  private List<Token> read() {
    while (at < filter.length()) {
      char c = filter.charAt(at);
      switch (c) {
        case '(' -> single(Sort.OPEN);
        case ')' -> single(Sort.CLOSE);
        case '"' -> tokens.add(new Token(Sort.QUOTED, at + 1, quoted()));
        default -> {
          if (Character.isWhitespace(c)) {
            at++;
          } else {
            tokens.add(new Token(Sort.TERM, at + 1, term()));
          }
        }
      }
    }
    tokens.add(new Token(Sort.END, filter.length() + 1, ""));
    return tokens;
  }

  private void single(Sort sort) {
    tokens.add(new Token(sort, at + 1, filter.substring(at, at + 1)));
    at++;
  }

  /** Ends before a blank, a bracket or a quote; so {@code user="…"} is a term and a quoted one. */
  private String term() {
    int start = at;
    while (at < filter.length() && !ends(filter.charAt(at))) {
      at++;
    }
    return filter.substring(start, at);
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
  }

  /** A backslash takes the next character as it is. */
  private String quoted() {
    int start = at;
    var text = new StringBuilder();
    for (at++; at < filter.length(); at++) {
      char c = filter.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      if (c == '\\' && at + 1 < filter.length()) {
        at++;
        c = filter.charAt(at);
      }
      text.append(c);
    }
    var problem =
        new FilterProblem(start + 1, "the quote is never closed (expected: \" at its end)");
    throw new FilterMending(problem, filter.length() + 1, 0, "\"");
  }
}
