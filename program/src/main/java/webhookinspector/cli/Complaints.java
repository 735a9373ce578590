package webhookinspector.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import webhookinspector.app.CannotRun;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.NotSaved;
import webhookinspector.tunnel.TunnelFailed;

/** Turns exceptions into one message for a person and an exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final PrintWriter err;

  Complaints(PrintWriter err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String message = e.getMessage();
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
    if (debugIn(line)) {
      e.printStackTrace(err);
    }
    err.println(Plain.text(messageOf(e)));
    return codeOf(e);
  }

  private static boolean debugIn(CommandLine line) {
    return line.getCommandSpec().root().userObject() instanceof Inspector root && root.debug;
  }

  private static String messageOf(Exception e) {
    boolean ours = codeOf(e) != Exit.NO || e instanceof CannotRun;
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return ours
        ? message
        : "Something we did not expect: "
            + message
            + "\nRun it again with --debug to see where, and report it.";
  }

  static int codeOf(Exception e) {
    return switch (e) {
      case CannotRun cannot ->
          switch (cannot.trouble()) {
            case NO -> Exit.NO;
            case USAGE -> Exit.USAGE;
            case UNREACHABLE -> Exit.UNREACHABLE;
            case NOT_KEPT -> Exit.NOT_KEPT;
          };
      case AsanaRefused _ -> Exit.REFUSED;
      case AsanaUnreachable _, TunnelFailed _ -> Exit.UNREACHABLE;
      case NotKept _, NotSaved _ -> Exit.NOT_KEPT;
      case IllegalArgumentException _ -> Exit.USAGE;
      case InterruptedException _ -> Exit.INTERRUPTED;
      default -> Exit.NO;
    };
  }
}
