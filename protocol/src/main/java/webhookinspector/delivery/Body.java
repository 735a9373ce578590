package webhookinspector.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request body, exactly as they came after transfer-decoding. A signature covers
 * bytes, so they are never decoded and encoded again. Immutable.
 */
public final class Body {

  private static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  /** Computed when first asked for; every thread would compute the same. */
  private volatile byte @Nullable [] digest;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes.clone());
  }

  /** {@code bytes} themselves, without a copy; the caller must not change them afterwards. */
  public static Body wrapping(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes);
  }

  /** The UTF-8 bytes of {@code text}. */
  public static Body of(String text) {
    return wrapping(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  /** A copy, which the caller may change. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** A read-only view without a copy. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** Feeds the bytes to a keyed {@code mac}, without a copy. */
  public void addTo(Mac mac) {
    mac.update(bytes);
  }

  /**
   * For showing only: bytes that are not UTF-8 become U+FFFD, so this text may not have the
   * signature of the bytes.
   */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** SHA-256 of the bytes, 64 lower-case hex digits. */
  public String sha256() {
    return HexFormat.of().formatHex(digest());
  }

  /** SHA-256 of the bytes, 32 bytes, a copy. */
  public byte[] sha256Bytes() {
    return digest().clone();
  }

  private byte[] digest() {
    byte[] known = digest;
    if (known == null) {
      try {
        known = MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every Java platform has SHA-256", e);
      }
      digest = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Body[" + bytes.length + " bytes]";
  }
}
