package webhookinspector.conform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run found.
 *
 * @param seed gives the same secrets and ids again
 * @param results in the order of the catalogue
 */
public record Report(URI target, long seed, List<Result> results, Duration took) {

  public Report {
    results = List.copyOf(results);
  }

  /** Nothing failed. Warnings and skipped checks do not count against a receiver. */
  public boolean conforms() {
    return failed().isEmpty();
  }

  /** The results that make the receiver unfit. */
  public List<Result> failed() {
    return of(Outcome.Failed.class);
  }

  /** The results that are worth a look. */
  public List<Result> warned() {
    return of(Outcome.Warned.class);
  }

  /** What could not be tried. */
  public List<Result> skipped() {
    return of(Outcome.Skipped.class);
  }

  /** What is as it must be. */
  public List<Result> passed() {
    return of(Outcome.Passed.class);
  }

  /** The distinct mistakes behind failed and warned checks, the failed ones first. */
  public List<Mistake> mistakes() {
    return Stream.concat(failed().stream(), warned().stream())
        .map(Result::mistake)
        .distinct()
        .toList();
  }

  private List<Result> of(Class<? extends Outcome> kind) {
    return results.stream().filter(result -> kind.isInstance(result.outcome())).toList();
  }
}
