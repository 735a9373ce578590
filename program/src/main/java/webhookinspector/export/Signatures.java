package webhookinspector.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file holds in the place of signatures. */
public enum Signatures {
  /**
   * Nothing that could be used: whoever has a body with its true signature can send it to the inbox
   * again, and it would be believed, for Asana's signatures have no time in them.
   */
  WITHHELD,
  /** As they came. */
  KEPT,
  /** Those of a secret that was made up for the file and stands in its head. */
  THROW_AWAY;

  /** As it stands in a file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that word. */
  public static Optional<Signatures> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
