package webhookinspector.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * One program that watches a project of a local Asana, for all tests that do not mind what others
 * did there; it is started by the first and ends with the process.
 */
final class Watched {

  private Watched() {}

  private static final class Running {

    private static final Browser BROWSER = Browser.open();
    private static final Inspector INSPECTOR = start();

    private static Inspector start() {
      try {
        Inspector inspector = Inspector.start(Files.createTempDirectory("watched"));
        Runtime.getRuntime().addShutdownHook(new Thread(inspector::close));
        return inspector;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Browser browser() {
    return Running.BROWSER;
  }

  static Inspector inspector() {
    return Running.INSPECTOR;
  }

  static Page page() throws Exception {
    return page(1440, 900, ColorScheme.LIGHT);
  }

  /** With the list on it. */
  static Page page(int width, int height, ColorScheme scheme) throws Exception {
    Page page = browser().page(width, height, scheme, inspector().admin());
    page.navigate(inspector().loginLink());
    page.waitForSelector(".row[aria-rowindex='1'] time[datetime]");
    return page;
  }

  static void createTask(String name) {
    inspector().asana().changes().createTask(inspector().asana().project(), name);
  }

  /** The newest whose words are these. */
  static Locator row(Page page, String words) {
    return page.locator(".row", new Page.LocatorOptions().setHasText(words)).first();
  }
}
