package webhookinspector.answers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Judged;
import webhookinspector.trust.Secret;

/** Lets somebody's app answer Asana, through us. */
public interface Relay {

  /** Nobody's. */
  Relay NONE = new None();

  /** Whether there is an app to ask. */
  boolean on();

  /**
   * Asks the app. Takes as long as the app does, but ends in time for Asana.
   *
   * @param kept what came, on disk already
   * @param offered the secret of a handshake that we would echo ourselves, or null of a delivery
   * @return what the app answers; nothing when it was not asked or did not answer, so that our own
   *     answer goes back
   */
  Optional<Told> ask(Judged kept, @Nullable Secret offered);

  /**
   * What the app answers.
   *
   * @param echoes whether it repeats the offered secret, in that header and to the letter
   */
  record Told(int status, boolean echoes) {}

  /** Asks nobody. */
  final class None implements Relay {
    @Override
    public boolean on() {
      return false;
    }

    @Override
    public Optional<Told> ask(Judged kept, @Nullable Secret offered) {
      return Optional.empty();
    }
  }
}
