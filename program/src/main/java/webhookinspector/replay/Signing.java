package webhookinspector.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which signature a copy carries. */
public enum Signing {
  /** The one with which it came. */
  AS_IT_CAME,
  /** A new one, with the secret of the inbox that it came to. */
  OWN,
  /** A new one, with a secret made for this replay alone. */
  THROW_AWAY;

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that word. */
  public static Optional<Signing> of(String word) {
    return Arrays.stream(values()).filter(signing -> signing.word().equals(word)).findFirst();
  }
}
