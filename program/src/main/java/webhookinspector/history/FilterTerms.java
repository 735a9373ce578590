package webhookinspector.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import webhookinspector.history.FilterTokens.Token;

/** What a single term of a filter means, and what was probably meant where it means nothing. */
final class FilterTerms {

  private static final List<String> TIMES = List.of("since", "before");

  private final Instant now;

  FilterTerms(Instant now) {
    this.now = now;
  }

  /**
   * @param quoted what stood in quotes right behind {@code field=}, or ""
   */
  FilterExpression term(Token token, String quoted) {
    String text = token.text();
    int equals = text.indexOf('=');
    if (equals < 0) {
      return word(token);
    }
    boolean negated = equals > 0 && text.charAt(equals - 1) == '!';
    String name = text.substring(0, negated ? equals - 1 : equals);
    String value = text.substring(equals + 1) + quoted;
    if (TIMES.contains(name.toLowerCase(Locale.ROOT))) {
      return time(token, name, negated, value);
    }
    FilterField field = FilterField.of(name).orElseThrow(() -> unknown(token.at(), name, text));
    if (value.isEmpty()) {
      throw missing(token, name, field.choices().isEmpty() ? "…" : field.choices().getFirst());
    }
    int valueAt = token.at() + equals + 1;
    boolean plain = quoted.isEmpty();
    return new FilterExpression.Is(field, checked(field, value, valueAt, plain), negated);
  }

  static FilterExpression words(Token token) {
    if (token.text().isBlank()) {
      throw new FilterProblem(token.at(), "nothing in quotes (expected: words to look for)");
    }
    return new FilterExpression.Words(Folded.of(token.text()));
  }

  /** {@code action:changed} would quietly look for a word that stands nowhere. */
  private static FilterExpression word(Token token) {
    String text = token.text();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean isField =
        end < text.length()
            && ":<>~!".indexOf(text.charAt(end)) >= 0
            && names().anyMatch(text.substring(0, end)::equalsIgnoreCase);
    if (isField) {
      var problem =
          new FilterProblem(
              token.at() + end,
              text.substring(end) + " (expected: = or !=, or the whole in quotes to look for it)");
      boolean means = text.charAt(end) == ':' && end + 1 < text.length();
      throw means ? new FilterMending(problem, token.at() + end, 1, "=") : problem;
    }
    return words(token);
  }

  private FilterExpression time(Token token, String name, boolean negated, String value) {
    if (negated) {
      var problem =
          new FilterProblem(token.at(), name + "!= (expected: =; the opposite of since is before)");
      String opposite = name.equalsIgnoreCase("since") ? "before=" : "since=";
      throw new FilterMending(problem, token.at(), name.length() + 2, opposite);
    }
    if (value.isEmpty()) {
      throw missing(token, name, "2h");
    }
    Instant at =
        FilterTime.read(value, now)
            .orElseThrow(
                () ->
                    new FilterProblem(
                        token.at() + name.length() + 1,
                        value + " (expected: " + FilterTime.EXPECTED + ")"));
    return name.equalsIgnoreCase("since")
        ? new FilterExpression.Since(at)
        : new FilterExpression.Before(at);
  }

  private static FilterProblem missing(Token token, String name, String example) {
    return new FilterProblem(
        token.at() + token.text().length(),
        "no value (expected: one right behind it, such as " + name + "=" + example + ")");
  }

  private static String checked(FilterField field, String value, int at, boolean plain) {
    if (field == FilterField.ID) {
      return value.toUpperCase(Locale.ROOT);
    }
    if (!field.isClosed()) {
      return value;
    }
    String word = value.toLowerCase(Locale.ROOT);
    if (!field.choices().contains(word)) {
      Optional<String> meant = Nearest.of(word, field.choices());
      var problem =
          new FilterProblem(at, value + " (expected: " + anyOf(field.choices()) + ask(meant) + ")");
      throw plain && meant.isPresent()
          ? new FilterMending(problem, at, value.length(), meant.get())
          : problem;
    }
    return word;
  }

  private static RuntimeException unknown(int at, String name, String text) {
    List<String> all = names().toList();
    Optional<String> meant = Nearest.of(name.toLowerCase(Locale.ROOT), all);
    String expected =
        meant.isEmpty() ? "a field: " + anyOf(all) : "a field such as action" + ask(meant);
    var problem =
        new FilterProblem(at, (name.isEmpty() ? text : name) + " (expected: " + expected + ")");
    return meant.isPresent() ? new FilterMending(problem, at, name.length(), meant.get()) : problem;
  }

  private static Stream<String> names() {
    return Stream.concat(Stream.of(FilterField.values()).map(FilterField::word), TIMES.stream());
  }

  private static String anyOf(List<String> words) {
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static String ask(Optional<String> meant) {
    return meant.map(word -> "; did you mean " + word + "?").orElse("");
  }
}
