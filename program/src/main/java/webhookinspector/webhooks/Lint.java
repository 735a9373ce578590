package webhookinspector.webhooks;

import java.util.List;
import java.util.stream.Collectors;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.FilterLint;
import webhookinspector.subscription.FilterLint.Finding;

/** Filters against the level of what they are for, before Asana is asked. */
final class Lint {

  private Lint() {}

  /**
   * @return filters that Asana takes although they never match, in words
   * @throws IllegalArgumentException for those that it refuses
   */
  static List<String> remarksOrRefusal(Ref resource, List<Filter> filters) {
    List<Finding> findings = FilterLint.of(resource.type().orElse("resource"), filters);
    String refused =
        findings.stream()
            .filter(Finding::refused)
            .map(Finding::message)
            .collect(Collectors.joining("\n"));
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(refused);
    }
    return findings.stream().map(finding -> "never matches: " + finding.message()).toList();
  }
}
