package webhookinspector.web.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    if (path.equals("/")) {
      return READ.computeIfAbsent("/", _ -> index());
    }
    if (path.equals("/vendor/htm-preact.js")) {
      return READ.computeIfAbsent(path, _ -> read(VIEW_LIBRARY, TYPES.get("js")));
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

  /** Names all modules at once, so that the browser need not find out file by file. */
  private static Optional<PageFile> index() {
    return bytes(ROOT + "index.html")
        .map(bytes -> Modules.preloaded(new String(bytes, StandardCharsets.UTF_8)))
        .map(text -> file("text/html; charset=utf-8", Body.of(text)));
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
