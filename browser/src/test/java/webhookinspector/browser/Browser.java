package webhookinspector.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final Map<Page, List<String>> sins = new ConcurrentHashMap<>();

  private Browser(Playwright playwright) {
    this.playwright = playwright;
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  static boolean isThere() {
    return Files.isExecutable(CHROMIUM);
  }

  static Browser open() {
    Assumptions.assumeTrue(isThere(), "chromium: not installed, so the page is not tried");
    return new Browser(
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  /** A page of its own context; what it asks, logs and throws is watched. */
  Page page(int width, int height, ColorScheme scheme, String origin) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    Page page = context.newPage();
    var sins = new CopyOnWriteArrayList<String>();
    this.sins.put(page, sins);
    page.setDefaultTimeout(15_000);
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

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
