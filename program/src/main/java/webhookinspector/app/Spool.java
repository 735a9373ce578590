package webhookinspector.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import webhookinspector.imports.Importer;
import webhookinspector.web.Refusal;
import webhookinspector.web.Upload;

/** A file that can be read twice: an upload that comes but once waits on disk for as long. */
final class Spool implements Importer.Source, AutoCloseable {

  private static final long MOST = 1L << 30;

  /** Left to whoever is received meanwhile. */
  private static final long RESERVE = 256L << 20;

  private final Path path;
  private final boolean ours;

  private Spool(Path path, boolean ours) {
    this.path = path;
    this.ours = ours;
  }

  static Spool of(Upload upload, DataFolder folder) throws IOException {
    return switch (upload) {
      case Upload.OfFile(Path path) -> new Spool(path, false);
      case Upload.OfStream stream -> {
        Path path = Files.createTempFile(folder.path(), "import-", ".part"); // 0600
        var spool = new Spool(path, true);
        try {
          spool.fill(stream.open());
        } catch (IOException | RuntimeException e) {
          spool.close();
          throw e;
        }
        yield spool;
      }
    };
  }

  private void fill(InputStream in) throws IOException {
    long room = Math.min(MOST, Files.getFileStore(path).getUsableSpace() - RESERVE);
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int more = in.read(buffer); more >= 0; more = in.read(buffer)) {
        written += more;
        if (written > room) {
          throw Refusal.badInput(
              "file: more than " + Math.max(0, room) + " bytes (expected: fewer)",
              "Compress it, import it in parts, or make room.");
        }
        out.write(buffer, 0, more);
      }
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public void close() throws IOException {
    if (ours) {
      Files.deleteIfExists(path);
    }
  }
}
