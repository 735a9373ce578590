package webhookinspector.registry;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter with a name, so that nobody has to type it again.
 *
 * @param name 1 to 60 letters, digits, blanks and {@code - _ .}, none of them at an end a blank
 * @param filter in the filter language, as it was typed: {@code since=2h} goes on meaning the last
 *     two hours
 */
public record SavedFilter(String name, String filter) {

  /** More would be no help to anybody. */
  public static final int MOST = 200;

  private static final Pattern NAME =
      Pattern.compile("(?=.{1,60}$)[\\p{L}\\p{N}_.-]+( [\\p{L}\\p{N}_.-]+)*");

  public SavedFilter {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: " + name + " (expected: 1 to 60 letters, digits, single blanks and - _ .)");
    }
  }

  /** What this filter and another one let through. */
  public String within(String other) {
    return Stream.of(filter, other)
        .filter(part -> !part.isBlank())
        .map(part -> "(" + part + ")")
        .collect(Collectors.joining(" "));
  }
}
