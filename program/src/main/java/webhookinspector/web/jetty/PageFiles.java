package webhookinspector.web.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/**
 * The page's files, as they stand in the module {@code page}. A path is a file only if it has the
 * one form that they all have, so that no other spelling leads anywhere.
 */
final class PageFiles {

  /** Lower-case names, no dot but the one before the ending. */
  private static final Pattern FILE =
      Pattern.compile("/page/((?:[a-z0-9-]+/)*[a-z0-9-]+\\.(js|css|svg))");

  private static final Map<String, String> TYPES =
      Map.of(
          "js",
          "text/javascript; charset=utf-8",
          "css",
          "text/css; charset=utf-8",
          "svg",
          "image/svg+xml");

  private static final String ROOT = "/webhookinspector/page/";

  /**
   * Preact with tagged templates; its version stands in the root pom and in the name of the
   * resource.
   */
  private static final String VIEW_LIBRARY =
      "/META-INF/resources/_static/htm/3.1.1/preact/standalone.module.js";

  private PageFiles() {}

  /** What stands at a path, or nothing. */
  static Optional<Answer> at(String path) {
    if (path.equals("/")) {
      return read(ROOT + "index.html", "text/html; charset=utf-8");
    }
    if (path.equals("/vendor/htm-preact.js")) {
      return read(VIEW_LIBRARY, TYPES.get("js"));
    }
    Matcher file = FILE.matcher(path);
    return file.matches() ? read(ROOT + file.group(1), TYPES.get(file.group(2))) : Optional.empty();
  }

  private static Optional<Answer> read(String resource, @Nullable String type) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Answer.Whole(200, type, Body.wrapping(in.readAllBytes()), Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException("page: " + resource + " cannot be read", e);
    }
  }
}
