package webhookinspector.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import webhookinspector.delivery.Body;

/** What a compressed body holds, up to a limit: a bomb is nothing that anyone signed. */
final class Inflated {

  private static final int MOST = 4 << 20;

  private Inflated() {}

  static Optional<Body> of(Body body) {
    byte[] bytes = body.toBytes();
    boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    boolean zlib = bytes.length > 2 && bytes[0] == 0x78;
    if (!gzip && !zlib) {
      return Optional.empty();
    }
    try (InputStream in =
        gzip
            ? new GZIPInputStream(new ByteArrayInputStream(bytes))
            : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(MOST + 1);
      return plain.length > MOST ? Optional.empty() : Optional.of(Body.wrapping(plain));
    } catch (IOException e) {
      return Optional.empty(); // it only looked compressed
    }
  }
}
