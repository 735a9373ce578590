package webhookinspector.app;

import java.util.Locale;

/** Who leads the internet to the receiver port. */
public enum TunnelChoice {
  /** Nobody, or somebody of the user's own. */
  NONE,
  NGROK,
  SSH,
  CLOUDFLARED;

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
