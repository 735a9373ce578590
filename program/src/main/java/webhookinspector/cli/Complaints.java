package webhookinspector.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.NotSaved;
import webhookinspector.storage.StorageRefused;
import webhookinspector.tunnel.TunnelFailed;
import webhookinspector.web.Refusal;

/** Turns exceptions into one message for a person and an exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final PrintWriter err;

  Complaints(PrintWriter err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      message = withoutValues(unmatched);
    }
    err.println(Plain.text(message));
    err.println(
        "Type `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help` for its words.");
    return Exit.USAGE;
  }

  /** A mistyped option may hold a secret, so only its name is repeated. */
  private static String withoutValues(UnmatchedArgumentException e) {
    String names =
        e.getUnmatched().stream()
            .map(word -> word.startsWith("-") ? word.replaceFirst("=.*", "") : word)
            .limit(1)
            .collect(Collectors.joining());
    var suggestions = e.getSuggestions();
    String remedy =
        suggestions.isEmpty() ? "none of that name" : String.join(" or ", suggestions) + "?";
    return names + ": unknown here (expected: " + remedy + ")";
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (Inspector.debugIn(line.getCommandSpec())) {
      e.printStackTrace(err);
    }
    err.println(Plain.text(messageOf(e)));
    return codeOf(e).orElse(Exit.UNREACHABLE);
  }

  /** The same for what was refused before any command began. */
  int refuse(Refusal e) {
    err.println(Plain.text(messageOf(e)));
    return e.code().exitCode();
  }

  private static String messageOf(Exception e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    if (e instanceof Refusal refusal) {
      return refusal.next().isEmpty() ? message : message + "\n" + refusal.next();
    }
    return codeOf(e).isPresent()
        ? message
        : "Something we did not expect: "
            + message
            + "\nRun it again with --debug to see where, and report it.";
  }

  /** The exit code of what we foresaw; nothing for a mistake of ours. */
  private static OptionalInt codeOf(Exception e) {
    int code =
        switch (e) {
          case Refusal refusal -> refusal.code().exitCode();
          case AsanaRefused _ -> Exit.REFUSED;
          case AsanaUnreachable _, TunnelFailed _ -> Exit.UNREACHABLE;
          case NotKept _, NotSaved _, StorageRefused _ -> Exit.NOT_KEPT;
          case IllegalArgumentException _ -> Exit.USAGE;
          case InterruptedException _ -> Exit.INTERRUPTED;
          default -> -1;
        };
    return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }
}
