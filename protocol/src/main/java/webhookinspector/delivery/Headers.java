package webhookinspector.delivery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All header lines of one request, in the order and case in which they came, repeated ones
 * included.
 *
 * @param lines immutable
 */
public record Headers(List<Header> lines) implements Iterable<Header> {

  private static final Headers NONE = new Headers(List.of());

  public Headers {
    lines = List.copyOf(lines);
  }

  /** No header at all. */
  public static Headers none() {
    return NONE;
  }

  /**
   * Names and values in turns: {@code Headers.of("X-Hook-Signature", hex, "Content-Type",
   * "application/json")}.
   */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "namesAndValues: "
              + namesAndValues.length
              + " strings (expected: an even number, name and value in turns)");
    }
    var lines = new ArrayList<Header>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      lines.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(lines);
  }

  /** The value of the first line of that name. */
  public Optional<String> first(String name) {
    for (Header line : lines) {
      if (line.isNamed(name)) {
        return Optional.of(line.value());
      }
    }
    return Optional.empty();
  }

  /** The values of all lines of that name, in their order. */
  public List<String> all(String name) {
    return lines.stream().filter(line -> line.isNamed(name)).map(Header::value).toList();
  }

  /** Whether at least one line has that name. */
  public boolean has(String name) {
    return first(name).isPresent();
  }

  @Override
  public Iterator<Header> iterator() {
    return lines.iterator();
  }
}
