package webhookinspector.conform;

import java.util.Set;

/**
 * One thing that is asked of a receiver.
 *
 * @param id kebab-case; stable, because builds name it
 * @param title what a conforming receiver does, as a sentence without its subject
 * @param mistake what an unmet check points to
 * @param why why it matters
 * @param source where Asana's side of it is written down, or that it is our own decision
 * @param mend what to change in the receiver
 * @param needs what it cannot be tried without
 */
public record Check(
    String id,
    String title,
    Severity severity,
    Group group,
    Mistake mistake,
    String why,
    String source,
    String mend,
    Set<Need> needs) {

  public Check {
    needs = Set.copyOf(needs);
  }
}
