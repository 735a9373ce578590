package webhookinspector.intake.jetty;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import webhookinspector.intake.Tls;

/**
 * Certificate and key out of PEM files.
 *
 * @param chain ours first
 */
record Pem(List<X509Certificate> chain, PrivateKey key) {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END");

  /** The kinds of keys that certificates are issued for, the most frequent first. */
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  /**
   * Reads both and sees to it that they belong together.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it, never its content
   */
  static Pem read(Tls files) {
    List<X509Certificate> chain = chain(files.certificate());
    PrivateKey key = key(files.key());
    if (!belongTogether(chain.getFirst(), key)) {
      throw unusable("key", files.key(), "the key of this certificate: it belongs to another one");
    }
    return new Pem(chain, key);
  }

  /** What a TLS engine takes; in memory only, so its password protects nothing. */
  KeyStore keyStore(char[] password) throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("receiver", key, password, chain.toArray(Certificate[]::new));
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static List<X509Certificate> chain(Path file) {
    try (var in = new ByteArrayInputStream(bytes("cert", file))) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (GeneralSecurityException | IOException e) {
      // told below, without the content
    }
    throw unusable("cert", file, "certificates in PEM");
  }

  private static PrivateKey key(Path file) {
    Matcher pem = KEY.matcher(new String(bytes("key", file), StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw unusable("key", file, "a private key in PEM");
    }
    if (!pem.group(1).isEmpty()) {
      throw unusable(
          "key",
          file,
          "PKCS#8 without a password; this makes it so: openssl pkcs8 -topk8 -nocrypt -in FILE");
    }
    var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(2)));
    return ALGORITHMS.stream()
        .flatMap(algorithm -> key(algorithm, encoded).stream())
        .findFirst()
        .orElseThrow(() -> unusable("key", file, "a key for EC, RSA or EdDSA"));
  }

  /** Empty when it is a key for something else. */
  private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec encoded) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
    String kind = key.getAlgorithm();
    String algorithm = kind.equals("EdDSA") ? "EdDSA" : "SHA256with" + kind.replace("EC", "ECDSA");
    byte[] sample = {1, 2, 3};
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(sample);
      Signature checking = Signature.getInstance(algorithm);
      checking.initVerify(certificate.getPublicKey());
      checking.update(sample);
      return checking.verify(signing.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] bytes(String option, Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw unusable(option, file, "a file: there is none");
    } catch (IOException e) {
      throw unusable(option, file, "a readable file");
    }
  }

  private static IllegalArgumentException unusable(String option, Path file, String expected) {
    return new IllegalArgumentException(
        "tls-" + option + ": " + file + " (expected: " + expected + ")");
  }
}
