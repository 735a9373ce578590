package webhookinspector.web;

import webhookinspector.retention.Policy;

/**
 * What is to be dropped.
 *
 * @param filter only what matches it, "" for what the policy says; then of the policy only the age
 *     counts
 * @param dryRun whether only to look
 */
public record NewPruning(String filter, Policy policy, boolean dryRun) {

  public NewPruning {
    boolean sized = policy.count() != null || policy.bytes() != null;
    if (filter.isBlank() && !policy.limits()) {
      throw Refusal.badInput(
          "prune: nothing said (expected: a filter, an age, a number or a size)",
          "Such as: inspector prune --older-than 30d --dry-run");
    }
    if (!filter.isBlank() && sized) {
      throw Refusal.badInput(
          "prune: a filter together with a number or a size (expected: an age at most)",
          "Drop what matches first, then say how much is kept.");
    }
  }
}
