package webhookinspector.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Finds out what form a file has by how it begins. */
final class Forms {

  private static final int LOOK = 8 << 10;

  private Forms() {}

  /** Leaves the stream at its beginning. */
  static FileForm of(BufferedInputStream in) throws IOException {
    in.mark(LOOK + 1);
    String begin = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
    in.reset();
    String text = begin.strip();
    if (text.startsWith("{")) {
      return ofObject(text);
    }
    String first = begin.lines().findFirst().orElse("");
    if (HttpReader.REQUEST.matcher(first).matches() || HttpReader.HEADER.matcher(first).matches()) {
      return FileForm.HTTP;
    }
    throw unknown();
  }

  private static FileForm ofObject(String text) {
    String line = text.lines().findFirst().orElse("");
    if (line.matches("\\{\\s*\"type\"\\s*:.*")) {
      return FileForm.JSONL;
    }
    if (text.matches("(?s)\\{\\s*\"(log|_[a-z]+|\\$schema)\".*")) {
      return FileForm.HAR;
    }
    throw unknown();
  }

  private static Unreadable unknown() {
    return new Unreadable(
        "line 1",
        "none of the forms that are known (expected: jsonl, har, or a request with its headers)",
        "For a body alone: --format body --header 'X-Hook-Signature: …'.");
  }

  /** For a stream that cannot go back. */
  static BufferedInputStream buffered(InputStream in) {
    return new BufferedInputStream(in, LOOK + 1);
  }
}
