package webhookinspector.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference to something at Asana.
 *
 * @param gid decimal digits, of any length; never a number, for it may exceed 64 bits
 * @param resourceType such as {@code task}, or null where an old body holds a bare id
 * @param resourceSubtype such as {@code default_task} or {@code comment_added}, or null
 * @param name null in webhook bodies; the events endpoint sends it
 */
public record Ref(
    String gid,
    @Nullable String resourceType,
    @Nullable String resourceSubtype,
    @Nullable String name) {

  /** A reference as webhook bodies hold it. */
  public static Ref of(String gid, String resourceType) {
    return new Ref(gid, resourceType, null, null);
  }

  /** The type, if the body told it. */
  public Optional<String> type() {
    return Optional.ofNullable(resourceType);
  }

  /** The subtype, if the body told it. */
  public Optional<String> subtype() {
    return Optional.ofNullable(resourceSubtype);
  }
}
