package webhookinspector.tunnel.ngrok;

import java.net.URI;
import java.time.Duration;

/**
 * Which ngrok.
 *
 * @param program on PATH, or a full path
 * @param agent the base of the agent's local API
 * @param patience how long a started agent may take to tell its address
 */
public record NgrokSettings(String program, URI agent, Duration patience) {

  /** {@code ngrok} on PATH, its API on 127.0.0.1:4040, 15 s. */
  public static final NgrokSettings DEFAULTS =
      new NgrokSettings("ngrok", URI.create("http://127.0.0.1:4040"), Duration.ofSeconds(15));
}
