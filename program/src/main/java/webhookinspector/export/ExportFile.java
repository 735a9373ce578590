package webhookinspector.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import webhookinspector.storage.WholeFile;

/** Writes an export under a name, where it appears once it is whole; {@code .gz} compresses it. */
public final class ExportFile {

  private static final int BUFFER = 1 << 16;

  private ExportFile() {}

  /** What writes the content. */
  @FunctionalInterface
  public interface Content {
    ExportReport to(OutputStream out) throws IOException;
  }

  /**
   * Writes it; a file that has that name stays until the new one is whole.
   *
   * @throws IOException if it cannot be written; then nothing of it is left
   */
  public static ExportReport write(Path file, Content content) throws IOException {
    try (WholeFile whole = WholeFile.begin(file)) {
      ExportReport report;
      if (file.toString().endsWith(".gz")) {
        var gzip = new GZIPOutputStream(whole.out(), BUFFER);
        report = content.to(gzip);
        gzip.finish();
      } else {
        report = content.to(whole.out());
      }
      whole.commit();
      return report;
    }
  }
}
