package webhookinspector.web.jetty;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.inspection.Harmless;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.NotSaved;
import webhookinspector.web.Refusal;
import webhookinspector.web.Refusal.Code;

/** Turns what went wrong into what is told. */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  static Refusal of(RuntimeException e) {
    return switch (e) {
      case Refusal refusal -> refusal;
      case AsanaRefused _ -> split(Code.ASANA_REFUSED, e);
      case AsanaUnreachable _ -> split(Code.ASANA_UNREACHABLE, e);
      case NotKept _, NotSaved _ -> split(Code.NOT_KEPT, e);
      case IllegalArgumentException _ -> split(Code.BAD_INPUT, e);
      default -> {
        LOG.error("A call of the admin port failed: {}", Harmless.text(e.toString()), e);
        yield new Refusal(
            Code.BROKEN, "Something we did not expect.", "The log has it; please report it.");
      }
    };
  }

  /** Messages of ours say in their first line what is wrong, and then what to do. */
  private static Refusal split(Code code, RuntimeException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    int end = message.indexOf('\n');
    return end < 0
        ? new Refusal(code, message, "")
        : new Refusal(code, message.substring(0, end), message.substring(end + 1));
  }
}
