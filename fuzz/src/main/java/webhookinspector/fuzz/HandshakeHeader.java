package webhookinspector.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;

/** {@code X-Hook-Secret}: what could split our answer is never echoed. */
public final class HandshakeHeader {

  private HandshakeHeader() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    Headers headers = Headers.of(Handshake.HEADER, new String(data, ISO_8859_1));
    Optional<Secret> offered = Handshake.offeredIn(headers);
    offered.ifPresent(
        secret -> {
          Promise.that(
              secret.reveal().matches("[A-Za-z0-9_-]{16,512}"), "only what is safe is echoed");
          Promise.that(
              !secret.toString().contains(secret.reveal()), "a secret never prints itself");
        });
  }
}
