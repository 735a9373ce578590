package webhookinspector.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.inspection.Diagnosis;
import webhookinspector.inspection.KnownSecret;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** Checks a body against a signature and a secret. */
@Command(
    name = "verify",
    description = "Check a body's signature. Exit code 0: authentic; 1: not, with the reason.",
    footer = {
      "Example:",
      "  inspector verify --secret-file secret.txt body.json \\",
      "    --signature 10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853"
    })
final class VerifyCommand implements Callable<Integer> {

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      required = true,
      description = "Holds the webhook's secret. A secret is never an argument.")
  Path secretFile;

  @Option(
      names = "--signature",
      paramLabel = "HEX",
      required = true,
      description = "The value of X-Hook-Signature: 64 hex digits.")
  String signature;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The body, byte for byte; without it, standard input.")
  @Nullable Path file;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Secret secret = SecretFile.read(secretFile);
    Body body = BodySource.read(file, console.in());
    Headers headers = Headers.of(Signature.HEADER, signature.strip());
    Verdict verdict = Verdict.of(headers, body, secret);
    console.out().println(verdict.word() + ": " + verdict.because());
    if (verdict.believable()) {
      return Exit.OK;
    }
    var known = new KnownSecret("secret-file", secret);
    console.err().println(Plain.text(Diagnosis.of(headers, body, known, List.of()).explanation()));
    return Exit.NO;
  }
}
