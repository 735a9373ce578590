package webhookinspector.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.trust.Signature;

/** Prints the signature that Asana would send with a body. */
@Command(
    name = "sign",
    description = "Print the signature that Asana would send with a body: 64 hex digits.",
    footer = {"Example:", "  inspector sign --secret-file secret.txt body.json"})
final class SignCommand implements Callable<Integer> {

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      required = true,
      description = "Holds the webhook's secret. A secret is never an argument.")
  Path secretFile;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The body, byte for byte; without it, standard input.")
  @Nullable Path file;

  private final Console console;

  SignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var secret = SecretFile.read(secretFile);
    console.out().println(Signature.of(secret, BodySource.read(file, console.in())).hex());
    return Exit.OK;
  }
}
