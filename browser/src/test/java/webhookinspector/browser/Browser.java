package webhookinspector.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/**
 * Headless Chromium that reaches nothing but this machine, and remembers whatever a page should not
 * have done.
 */
final class Browser implements AutoCloseable {

  /** As long as anything may take on a machine that others keep busy. */
  private static final double PATIENCE_MILLIS = 20_000;

  private final com.microsoft.playwright.Browser chromium;
  private final Map<Page, List<String>> sins = new ConcurrentHashMap<>();

  private Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  static boolean isThere() {
    return Chromium.isThere();
  }

  static Browser open() {
    Assumptions.assumeTrue(isThere(), "chromium: not installed, so the page is not tried");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    return new Browser(Chromium.browser());
  }

  /** A page of its own context; what it asks, logs and throws is watched. */
  Page page(int width, int height, ColorScheme scheme, String origin) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    Page page = context.newPage();
    var sins = new CopyOnWriteArrayList<String>();
    this.sins.put(page, sins);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            sins.add("console: " + message.text());
          }
        });
    page.onPageError(error -> sins.add("error: " + error));
    page.onDialog(
        dialog -> {
          sins.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(origin)) {
            sins.add("asked " + request.url());
          }
        });
    return page;
  }

  /** What a page did that it should not have done, so far. */
  List<String> sins(Page page) {
    return sins.getOrDefault(page, List.of());
  }

  /** With all pages that it opened. */
  @Override
  public void close() {
    sins.keySet().forEach(page -> page.context().close());
  }
}
