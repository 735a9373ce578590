package webhookinspector.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Issues certificates for localhost with the JDK's keytool, and makes clients that trust them. */
final class Authority {

  private static final String PASSWORD = "only-for-tests";

  private final Path folder;
  private final List<Certificate> issued = new CopyOnWriteArrayList<>();

  private Authority(Path folder) {
    this.folder = folder;
  }

  static Authority in(Path folder) {
    return new Authority(folder);
  }

  /** Puts a new certificate and its key in place of whatever those files hold. */
  void issue(Tls files, String name, int days) throws Exception {
    Path store = folder.resolve(name + ".p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                String.valueOf(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError("keytool: " + said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    issued.add(keys.getCertificate("it"));
    replace(files.key(), "PRIVATE KEY", keys.getKey("it", PASSWORD.toCharArray()).getEncoded());
    replace(files.certificate(), "CERTIFICATE", keys.getCertificate("it").getEncoded());
  }

  private static void replace(Path file, String label, byte[] der) throws Exception {
    Path fresh = Files.createTempFile(file.getParent(), "fresh", ".pem");
    String base64 = Base64.getMimeEncoder().encodeToString(der);
    Files.writeString(
        fresh, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Trusts all that were issued so far. */
  SSLContext trust() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (Certificate certificate : issued) {
        trusted.setCertificateEntry("it-" + trusted.size(), certificate);
      }
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, Arrays.copyOf(factory.getTrustManagers(), 1, TrustManager[].class), null);
      return context;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
