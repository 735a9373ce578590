package webhookinspector.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets in kept files under a key that lies elsewhere, so that a copy of the files
 * alone cannot sign as Asana does: AES-256-GCM (NIST SP 800-38D) with a random nonce for each
 * value, bound to the place where it stands, so that none can be put in the place of another. Safe
 * for many threads.
 */
public final class SecretsKey {

  /** Seals nothing: secrets lie in the files as they are. */
  public static final SecretsKey NONE = new SecretsKey(List.of());

  /** Bytes of a key. */
  public static final int LENGTH = 32;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The first seals, all of them open. */
  private final List<SecretKeySpec> keys;

  private SecretsKey(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /** One that also opens what was sealed under earlier keys. */
  public static SecretsKey of(byte[] bytes, byte[]... earlier) {
    return new SecretsKey(
        Stream.concat(Stream.of(bytes), Stream.of(earlier)).map(SecretsKey::spec).toList());
  }

  private static SecretKeySpec spec(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "secrets key: " + bytes.length + " bytes (expected: " + LENGTH + ")");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Whether it seals anything. */
  public boolean seals() {
    return !keys.isEmpty();
  }

  /**
   * The text as it is to be kept.
   *
   * @param place where it will stand, such as the inbox
   */
  public String seal(String secret, String place) {
    if (keys.isEmpty()) {
      return secret;
    }
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, place)
              .doFinal(secret.getBytes(UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE, sealed.length);
      return Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM", e);
    }
  }

  /**
   * What {@link #seal} was given.
   *
   * @param kept what it returned
   * @param place the same
   * @throws StorageRefused if it was sealed under another key, for another place, or has changed
   */
  public String open(String kept, String place) {
    if (keys.isEmpty()) {
      throw new StorageRefused(
          "secrets-key: none (expected: the file with the key under which the secrets of this"
              + " folder are sealed). Name it with --secrets-key FILE");
    }
    return keys.stream()
        .flatMap(key -> opened(key, kept, place).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new StorageRefused(
                    "secrets-key: it does not open the secrets of this folder (expected: the key"
                        + " under which they were sealed). Name that one with --secrets-key FILE"));
  }

  /** Whether it was sealed under the key that seals now, not under an earlier one. */
  public boolean isCurrent(String kept, String place) {
    return opened(keys.getFirst(), kept, place).isPresent();
  }

  private static Optional<String> opened(SecretKeySpec key, String kept, String place) {
    try {
      byte[] both = Base64.getDecoder().decode(kept);
      byte[] nonce = Arrays.copyOf(both, NONCE);
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, key, nonce, place)
              .doFinal(both, NONCE, Math.max(0, both.length - NONCE));
      return Optional.of(new String(secret, UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(UTF_8));
    return cipher;
  }
}
