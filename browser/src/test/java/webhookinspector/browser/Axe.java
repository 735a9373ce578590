package webhookinspector.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The accessibility engine. */
final class Axe {

  private static final String RUN =
      "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))"
          + ".violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)"
          + " + ' ' + (n.any[0]?.message ?? '')))";

  private Axe() {}

  /** What it finds on a page as it is now, in the dark and in the light, a line each. */
  static List<String> findings(Page page) {
    if (!(boolean) page.evaluate("typeof axe === 'object'")) {
      page.evaluate(engine());
    }
    return Stream.of(ColorScheme.DARK, ColorScheme.LIGHT)
        .flatMap(scheme -> findings(page, scheme).stream())
        .toList();
  }

  /** Without motion, so that no colour is looked at on its way to another. */
  @SuppressWarnings("unchecked")
  private static List<String> findings(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    return ((List<String>) page.evaluate(RUN))
        .stream().map(finding -> scheme + ": " + finding).toList();
  }

  private static String engine() {
    try (InputStream engine = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(engine.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
