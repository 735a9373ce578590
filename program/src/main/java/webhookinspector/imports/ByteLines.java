package webhookinspector.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, none longer than a limit. */
final class ByteLines {

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;

  ByteLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Of the line that came last, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end, or null. */
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream(256);
    while (true) {
      if (start == end && !fill()) {
        return line.size() == 0 ? null : counted(line);
      }
      int stop = start;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      if (line.size() + stop - start > longest) {
        throw new Unreadable(
            "line " + (number + 1), "more than " + longest + " bytes (expected: a shorter line)");
      }
      line.write(buffer, start, stop - start);
      boolean whole = stop < end;
      start = whole ? stop + 1 : stop;
      if (whole) {
        return counted(line);
      }
    }
  }

  private byte[] counted(ByteArrayOutputStream line) {
    number++;
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
