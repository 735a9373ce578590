package webhookinspector.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** A proof on one open page over a folder with a past. */
abstract class PageProof implements Check {

  /** What is measured in the page itself, where it happens. */
  private static final String STOPWATCH =
      """
      window.until = (holds, patience = 20000) => new Promise((done, fail) => {
        const start = performance.now();
        const look = () => {
          if (holds()) done(performance.now() - start);
          else if (performance.now() - start > patience) fail(new Error('waited in vain for ' + holds));
          else requestAnimationFrame(look);
        };
        look();
      });
      window.longest = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((task) => { window.longest = Math.max(window.longest, task.duration); }))
        .observe({ type: 'longtask', buffered: true });
      """;

  /** What the browser itself says while the program is away. */
  private static final String UNREACHABLE = "net::ERR_";

  /** How many deliveries the folder holds at first. */
  abstract int past(Size size);

  /** Proves it on a page that shows the list. */
  abstract Outcome prove(Size size, Inspector inspector, Page page) throws Exception;

  @Override
  public final Outcome run(Size size, Path folder) throws Exception {
    if (!Browser.isThere()) {
      return Outcome.skipped("Chromium is not installed");
    }
    Instant start = Instant.now();
    Stock.lay(folder.resolve("data"), past(size));
    tell(size, "%,d deliveries lie there after %d s", past(size), seconds(start));
    try (Inspector inspector = Inspector.over(folder);
        Browser browser = Browser.open()) {
      inspector.awaitIndexed();
      tell(size, "the history has read them after %d s", seconds(start));
      Page page = browser.page(1440, 900, ColorScheme.LIGHT, inspector.admin());
      page.addInitScript(STOPWATCH);
      page.navigate(inspector.loginLink());
      page.waitForSelector("#row-0 time[datetime]");
      Outcome outcome = prove(size, inspector, page);
      List<String> sins =
          browser.sins(page).stream().filter(sin -> !sin.contains(UNREACHABLE)).toList();
      return sins.isEmpty() ? outcome : Outcome.of(false, outcome.numbers() + "; " + sins);
    }
  }

  /** A long past takes minutes; nobody should have to wonder. */
  private void tell(Size size, String text, Object... values) {
    if (size == Size.FULL) {
      System.err.println(name() + ": " + said(text, values));
    }
  }

  private static long seconds(Instant since) {
    return Duration.between(since, Instant.now()).toSeconds();
  }

  /** What may take at most; ten times as long where other tests keep the machine busy. */
  static double limit(Size size, double millis) {
    return size == Size.QUICK ? 10 * millis : millis;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  static String said(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  /** Evaluates an expression that promises a number of milliseconds. */
  static double millis(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}
