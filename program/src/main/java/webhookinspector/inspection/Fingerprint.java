package webhookinspector.inspection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

/**
 * By what we know the same change again, whoever tells it: two webhooks, or a webhook and the
 * events stream. Asana gives events no id, so it is their content: what happened to what, where, by
 * whom, and when, to the millisecond. Batches, order, repeats and bubbling do not matter to it, nor
 * do names, types and whatever else one way tells and the other does not.
 *
 * @param text 16 hex digits
 */
public record Fingerprint(String text) {

  /** Enough, for it is only compared with those of the same millisecond. */
  private static final int BYTES = 8;

  /**
   * Nothing for an event that does not say when it happened: then nobody can tell it from another
   * of its kind.
   */
  public static Optional<Fingerprint> of(Event event) {
    return Optional.ofNullable(event.createdAt())
        .map(at -> new Fingerprint(digest(at.toString() + "\n" + content(event))));
  }

  private static String content(Event event) {
    Change change = event.change();
    return String.join(
        "\n",
        event.action(),
        event.resource().gid(),
        gid(event.parent()),
        gid(event.user()),
        change == null ? "" : change.field(),
        change == null ? "" : change.action(),
        change == null ? "" : gid(change.newValue()),
        change == null ? "" : gid(change.addedValue()),
        change == null ? "" : gid(change.removedValue()));
  }

  private static String gid(@Nullable Ref ref) {
    return ref == null ? "" : ref.gid();
  }

  private static String digest(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
