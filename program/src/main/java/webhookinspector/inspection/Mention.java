package webhookinspector.inspection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;

/** How a sentence speaks of a thing: by type and name, or by type and the end of its gid. */
final class Mention {

  /** In characters; a longer name is cut, for a sentence is read in one sweep. */
  private static final int LONGEST_NAME = 120;

  private static final int LONGEST_TYPE = 40;

  private final Names names;

  Mention(Names names) {
    this.names = names;
  }

  /** {@code task “Fix login”}, or {@code task …0555} while the name is unknown. */
  String of(Ref ref) {
    return of(typeOf(ref), ref);
  }

  /** The same under another word than its type, such as {@code subtask}. */
  String of(String type, Ref ref) {
    return type + " " + name(ref).map(name -> "“" + name + "”").orElseGet(() -> shortGid(ref));
  }

  /** {@code Ann}, {@code user …0007}, or {@code Asana} for nobody: Asana itself did it. */
  String actor(@Nullable Ref user) {
    return user == null ? "Asana" : name(user).orElseGet(() -> "user " + shortGid(user));
  }

  /** A value of a change: people by their bare name, other things as {@link #of(Ref)}. */
  String value(Ref ref) {
    return "user".equals(ref.resourceType()) ? actor(ref) : of(ref);
  }

  /** {@code task}; {@code custom field} for {@code custom_field}; {@code object} when not told. */
  static String typeOf(Ref ref) {
    String type = ref.type().filter(told -> !told.isBlank()).orElse("object");
    return cut(type.replace('_', ' '), LONGEST_TYPE);
  }

  private Optional<String> name(Ref ref) {
    return Optional.ofNullable(ref.name())
        .or(() -> names.of(ref.gid()))
        .filter(name -> !name.isBlank())
        .map(name -> cut(name, LONGEST_NAME));
  }

  /** The last four digits tell neighbours apart; all gids of one workspace begin alike. */
  private static String shortGid(Ref ref) {
    String gid = ref.gid();
    int points = gid.codePointCount(0, gid.length());
    return points <= 6 ? gid : "…" + gid.substring(gid.offsetByCodePoints(gid.length(), -4));
  }

  /** At most so many characters, never half of a surrogate pair. */
  static String cut(String text, int longest) {
    return text.codePointCount(0, Math.min(text.length(), 2 * longest)) <= longest
            && text.length() <= 2 * longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }
}
