package webhookinspector.webhooks;

import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.subscription.FilterLint.Finding;

/**
 * Filters, looked at before Asana is asked.
 *
 * @param resource what they are for, as Asana calls it
 * @param findings nothing when all is well
 */
public record Linted(Ref resource, List<Finding> findings) {

  public Linted {
    findings = List.copyOf(findings);
  }
}
