package webhookinspector.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file's content, inflated where it is gzipped, and no more of it than the limits allow: a small
 * file must not become a flood. Gzip inside gzip is refused.
 */
final class Inflated extends FilterInputStream {

  private static final int BUFFER = 1 << 16;
  private static final long RATIO_FROM = 1 << 20;

  private final Limits limits;
  private final Counted compressed;
  private final boolean gzipped;
  private long read;

  private Inflated(InputStream in, Limits limits, Counted compressed, boolean gzipped) {
    super(in);
    this.limits = limits;
    this.compressed = compressed;
    this.gzipped = gzipped;
  }

  static Inflated open(InputStream file, Limits limits) throws IOException {
    var counted = new Counted(file);
    var buffered = new BufferedInputStream(counted, BUFFER);
    if (!isGzip(buffered)) {
      return new Inflated(buffered, limits, counted, false);
    }
    var inside = new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER);
    if (isGzip(inside)) {
      throw new Unreadable("", "file: gzip inside gzip (expected: one layer at most)");
    }
    return new Inflated(inside, limits, counted, true);
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int more;
    try {
      more = super.read(into, from, length);
    } catch (ZipException | EOFException e) {
      throw new Unreadable("", "file: damaged gzip (expected: a whole one): " + e.getMessage());
    }
    if (more > 0) {
      read += more;
      refuseTooMuch();
    }
    return more;
  }

  private void refuseTooMuch() {
    if (read > limits.bytes()) {
      throw new Unreadable(
          "",
          "file: more than " + limits.bytes() + " bytes once inflated (expected: at most that)",
          "Import it in parts.");
    }
    if (gzipped && read > RATIO_FROM && read / limits.ratio() > compressed.read) {
      throw new Unreadable(
          "",
          "file: inflates to more than "
              + limits.ratio()
              + " times its size (expected: deliveries, which do not)");
    }
  }

  /** How many bytes of the file itself were taken. */
  private static final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int more = super.read(into, from, length);
      read += Math.max(0, more);
      return more;
    }
  }
}
