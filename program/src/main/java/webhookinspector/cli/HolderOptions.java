package webhookinspector.cli;

import java.util.function.BooleanSupplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import webhookinspector.app.AsanaAccess;
import webhookinspector.app.Ending;
import webhookinspector.app.Live;
import webhookinspector.app.Settings;

/** What every command has that holds a data folder and shows what arrives. A mixin. */
final class HolderOptions {

  @Mixin DataOptions data;
  @Mixin ReceiverOptions receiver;
  @Mixin OutputOptions output;
  @Mixin ForwardOptions forward;
  @Mixin AnswerOptions answers;
  @Mixin AlertOptions alerts;
  @Mixin KeepOptions keep;

  @Spec(Target.MIXEE)
  CommandSpec spec;

  /**
   * @param others whether free ports will do where none was named and the usual ones are taken
   */
  Settings settings(Console console, AsanaAccess asana, boolean others) {
    return new Settings(
        spec.name(),
        data.folder(console),
        receiver.listening(others),
        asana,
        forward.onward(answers.script()),
        alerts.alerting(),
        keep.policy(),
        console.surroundings(),
        Inspector.debugIn(spec));
  }

  /**
   * A service outlives its view: what cannot be printed, on a full disk for one, is kept all the
   * same.
   */
  private static BooleanSupplier readerGone(Console console, Settings settings) {
    return settings.command().equals("serve") ? () -> false : console.out()::checkError;
  }

  /** The live view; from now on, signals are ours. */
  Live live(Console console, Settings settings) {
    Ending ending = Ending.ofThisProcess(readerGone(console, settings));
    return new Live(settings, output.output(console), receiver.readyFile, ending);
  }
}
