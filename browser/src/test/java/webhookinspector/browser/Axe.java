package webhookinspector.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility engine. */
final class Axe {

  private static final String RUN =
      "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))"
          + ".violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)"
          + " + ' ' + (n.any[0]?.message ?? '')))";

  private Axe() {}

  /** What it finds on a page as it is now, a line each. */
  @SuppressWarnings("unchecked")
  static List<String> findings(Page page) {
    if (!(boolean) page.evaluate("typeof axe === 'object'")) {
      page.evaluate(engine());
    }
    return (List<String>) page.evaluate(RUN);
  }

  private static String engine() {
    try (InputStream engine = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(engine.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
