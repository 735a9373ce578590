package webhookinspector.browser;

import java.util.List;
import webhookinspector.checks.Check;
import webhookinspector.checks.Checks;

/** The proofs that need a browser, and the command that runs them: {@code ./dev check page-…}. */
final class PageChecks {

  /** In the order in which they are listed and run. */
  static final List<Check> ALL =
      List.of(
          new PageLive(), new PageBurst(), new PageMillion(), new PageWeight(), new XssBrowser());

  private PageChecks() {}

  /**
   * @param args as of {@link Checks#main}
   */
  public static void main(String[] args) throws Exception {
    Checks.command(ALL, args);
  }
}
