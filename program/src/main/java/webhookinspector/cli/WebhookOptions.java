package webhookinspector.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import webhookinspector.app.Access;
import webhookinspector.app.Listening;
import webhookinspector.app.Settings;

/**
 * What every command has that manages webhooks. The holder of the folder, if there is one, asks the
 * Asana that it was started with. A mixin.
 */
final class WebhookOptions {

  @Mixin DataOptions data;
  @Mixin AsanaOptions asana;

  @Spec(Target.MIXEE)
  CommandSpec spec;

  /** The folder's holder, or the folder itself. */
  Access open(Console console) {
    return Access.open(settings(console, Listening.NOWHERE));
  }

  Settings settings(Console console, Listening listening) {
    return new Settings(
        "webhooks " + spec.name(),
        data.folder(console),
        listening,
        asana.access(console),
        console.surroundings(),
        Inspector.debugIn(spec));
  }
}
