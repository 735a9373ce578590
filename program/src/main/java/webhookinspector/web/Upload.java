package webhookinspector.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's content on its way in. */
public sealed interface Upload {

  /** The content from its beginning. */
  InputStream open() throws IOException;

  /** A file that can be read more than once. */
  record OfFile(Path path) implements Upload {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /** Something that comes once. */
  record OfStream(InputStream stream) implements Upload {
    @Override
    public InputStream open() {
      return stream;
    }
  }
}
