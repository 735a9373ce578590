package webhookinspector.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import webhookinspector.app.AccessToken;
import webhookinspector.app.AsanaAccess;

/** Which Asana, and as whom. A mixin. */
final class AsanaOptions {

  @Option(
      names = "--api-base",
      paramLabel = "URL",
      description =
          "Another Asana, such as the simulator; loopback only, or with --allow-api-base.")
  @Nullable URI apiBase;

  @Option(
      names = "--allow-api-base",
      description = "Send the token to an --api-base that is not loopback.")
  boolean allowApiBase;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds the access token; - reads standard input. Default: ASANA_ACCESS_TOKEN")
  @Nullable Path tokenFile;

  @Spec(Target.MIXEE)
  CommandSpec spec;

  /** Refused on purpose, and the value is not repeated. */
  @SuppressWarnings("DoNotCallSuggester") // picocli calls it
  @Option(names = "--token", hidden = true, arity = "0..1", fallbackValue = "", paramLabel = "")
  void token(String ignored) {
    throw new ParameterException(
        spec.commandLine(),
        "--token: refused (expected: ASANA_ACCESS_TOKEN in the environment, --token-file FILE,"
            + " or --token-file - for standard input)\n"
            + "Every user of this machine can read the arguments of a running program.");
  }

  AsanaAccess access(Console console) {
    AccessToken token = AccessToken.from(tokenFile, console.surroundings(), console.in());
    return AsanaAccess.of(apiBase, allowApiBase, token, console.surroundings());
  }
}
