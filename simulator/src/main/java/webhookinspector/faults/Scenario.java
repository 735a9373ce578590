package webhookinspector.faults;

import java.util.List;

/**
 * Faults that belong together.
 *
 * @param story what happens, in a line or two
 * @param faults each with the time at which it begins
 */
public record Scenario(String name, String story, List<Fault> faults) {

  public Scenario {
    faults = List.copyOf(faults);
  }

  /** The library of scenarios. */
  public static List<Scenario> all() {
    return Scenarios.ALL;
  }

  /**
   * One of the library.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Scenario named(String name) {
    return Scenarios.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario: "
                        + name
                        + " (expected: one of "
                        + String.join(", ", Scenarios.ALL.stream().map(Scenario::name).toList())
                        + ")"));
  }
}
