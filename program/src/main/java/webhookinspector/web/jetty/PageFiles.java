package webhookinspector.web.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/**
 * The page's files, as they stand in the module {@code page}. A path is a file only if it has the
 * one form that they all have, so that no other spelling leads anywhere. Each is read and packed
 * once.
 */
final class PageFiles {

  /** Lower-case names, no dot but the one before the ending. */
  private static final Pattern FILE =
      Pattern.compile("/page/((?:[a-z0-9-]+/)*[a-z0-9-]+\\.(css|svg))");

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

  /** What later ones say wins. */
  private static final List<String> STYLES =
      List.of("tokens", "base", "shell", "list", "detail", "story", "charts", "setup", "overlay");

  /** Files that stand elsewhere, or are put together of others. */
  private static final Map<String, Supplier<Optional<PageFile>>> MADE =
      Map.of(
          "/",
          () -> read(ROOT + "index.html", "text/html; charset=utf-8"),
          "/vendor/htm-preact.js",
          () -> read(VIEW_LIBRARY, TYPES.get("js")),
          Bundle.FIRST,
          () -> made("js", Bundle.first()),
          Bundle.REST,
          () -> made("js", Bundle.rest()),
          "/page/page.css",
          PageFiles::styles);

  private static final Map<String, Optional<PageFile>> READ = new ConcurrentHashMap<>();

  private PageFiles() {}

  /**
   * A file of the page.
   *
   * @param packed by gzip
   */
  record PageFile(String type, Body plain, Body packed) {

    Answer answer(boolean mayBePacked) {
      return mayBePacked
          ? new Answer.Whole(
              200, type, packed, Map.of("Content-Encoding", "gzip", "Vary", "Accept-Encoding"))
          : new Answer.Whole(200, type, plain, Map.of("Vary", "Accept-Encoding"));
    }
  }

  /** What stands at a path, or nothing. */
  static Optional<PageFile> at(String path) {
    if (MADE.containsKey(path)) {
      return READ.computeIfAbsent(path, _ -> MADE.get(path).get());
    }
    Matcher file = FILE.matcher(path);
    if (!file.matches()) {
      return Optional.empty();
    }
    Optional<PageFile> known = READ.get(path);
    return known != null
        ? known
        : remembered(path, read(ROOT + file.group(1), TYPES.get(file.group(2))));
  }

  /** Only what is there, for names that are not can be made up without end. */
  private static Optional<PageFile> remembered(String path, Optional<PageFile> file) {
    if (file.isPresent()) {
      READ.put(path, file);
    }
    return file;
  }

  private static Optional<PageFile> styles() {
    var all = new StringBuilder();
    for (String sheet : STYLES) {
      bytes(ROOT + "css/" + sheet + ".css")
          .ifPresent(bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)).append('\n'));
    }
    return made("css", all.toString());
  }

  private static Optional<PageFile> made(String ending, String text) {
    return Optional.of(file(String.valueOf(TYPES.get(ending)), Body.of(text)));
  }

  private static Optional<PageFile> read(String resource, @Nullable String type) {
    return bytes(resource).map(bytes -> file(String.valueOf(type), Body.wrapping(bytes)));
  }

  static Optional<byte[]> bytes(String resource) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("page: " + resource + " cannot be read", e);
    }
  }

  private static PageFile file(String type, Body plain) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PageFile(type, plain, Body.wrapping(packed.toByteArray()));
  }
}
