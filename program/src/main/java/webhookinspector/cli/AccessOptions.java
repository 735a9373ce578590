package webhookinspector.cli;

import java.io.InputStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import webhookinspector.app.Access;
import webhookinspector.app.AccessToken;
import webhookinspector.app.AsanaAccess;
import webhookinspector.app.Listening;
import webhookinspector.app.Settings;

/**
 * For commands that ask about a data folder and need neither Asana nor the receiver. A mixin.
 *
 * <pre>{@code
 * try (Access access = options.open(console)) {
 *   access.admin().deliveries(…);
 * }
 * }</pre>
 */
final class AccessOptions {

  @Mixin DataOptions data;

  @Spec(Target.MIXEE)
  CommandSpec spec;

  /** The folder's holder, or the folder itself. */
  Access open(Console console) {
    return Access.open(settings(console));
  }

  Settings settings(Console console) {
    var nobody = AccessToken.from(null, console.surroundings(), InputStream.nullInputStream());
    var asana = AsanaAccess.of(null, false, nobody, console.surroundings());
    return new Settings(
        spec.name(),
        data.folder(console),
        Listening.NOWHERE,
        asana,
        console.surroundings(),
        Inspector.debugIn(spec));
  }
}
