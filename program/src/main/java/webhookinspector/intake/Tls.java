package webhookinspector.intake;

import java.nio.file.Path;

/**
 * The files that make the receiver port speak TLS. They are read again when they change, so a
 * renewed certificate needs no restart.
 *
 * @param certificate PEM: our certificate first, then those between it and the root
 * @param key PEM, PKCS#8, without a password
 */
public record Tls(Path certificate, Path key) {}
