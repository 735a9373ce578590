package webhookinspector.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program that shows pages, started once for all tests: its start takes longer than most of
 * them. What one test leaves in it stays in that test's own contexts.
 */
final class Chromium {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private Chromium() {}

  static boolean isThere() {
    return Files.isExecutable(PROGRAM);
  }

  static Browser browser() {
    return Running.BROWSER;
  }

  /** Ends with the process: the driver leaves when nobody is at the other end of its pipe. */
  private static final class Running {

    private static final Browser BROWSER =
        Playwright.create(
                new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(PROGRAM)
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
}
