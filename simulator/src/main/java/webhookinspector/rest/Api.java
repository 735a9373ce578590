package webhookinspector.rest;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.CallFault;
import webhookinspector.faults.Faults;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.World;

/**
 * Asana's REST interface: who may call, what the faults make of it, errors as Asana writes them.
 */
public final class Api implements Surface {

  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private static final String HELP =
      "For what each status means and how to handle it, see"
          + " https://developers.asana.com/docs/errors";

  /** RFC 9110, 5.6.7. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final World world;
  private final Access access;
  private final Faults faults;
  private final Router router;
  private final Finish finish;

  Api(World world, Access access, Faults faults, Router router, Finish finish) {
    this.world = world;
    this.access = access;
    this.faults = faults;
    this.router = router;
    this.finish = finish;
  }

  /** Answers one call; may wait when a handshake is part of it. */
  @Override
  public Reply handle(Call call) {
    return answerOrFault(call).with("Date", DATE.format(world.clock().instant()));
  }

  private Reply answerOrFault(Call call) {
    return switch (faults.onCall(call.method(), call.path()).orElse(null)) {
      case null -> answer(call);
      case CallFault.Refuse(int status, Duration retryAfter) -> refuse(status, retryAfter);
      case CallFault.Swallow() -> {
        Reply lost = answer(call);
        yield new Reply(lost.status(), lost.headers(), lost.body(), true);
      }
      case CallFault.Delay(Duration by) -> late(answer(call), by);
      case CallFault.Garbage() ->
          new Reply(
              answer(call).status(),
              Headers.of("Content-Type", "text/html"),
              Body.of("<html><body>Bad gateway</body></html>"),
              false);
    };
  }

  private static Reply late(Reply reply, Duration by) {
    try {
      Thread.sleep(by);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }

  private static Reply refuse(int status, Duration retryAfter) {
    String message =
        switch (status) {
          case 401 -> "Not Authorized";
          case 402 -> "Payment Required";
          case 403 -> "Forbidden";
          case 429 -> "You have made too many requests recently.";
          case 503 -> "Service Unavailable";
          default -> "Server Error";
        };
    Reply reply = error(status, message);
    return retryAfter.isZero()
        ? reply
        : reply.with("Retry-After", String.valueOf(retryAfter.toSeconds()));
  }

  private Reply answer(Call call) {
    return finish.of(call, plain(call));
  }

  private Reply plain(Call call) {
    try {
      Router.Found found =
          router
              .find(call.method(), call.path())
              .orElseThrow(() -> new Refused(404, "No matching route for request"));
      Supplier<Request> request = () -> admit(call, found);
      return found.route().waits()
          ? found.route().handler().handle(world.during(request))
          : world.during(() -> found.route().handler().handle(request.get()));
    } catch (Refused e) {
      return error(e.status(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", call.method(), call.path(), e);
      return error(500, "Server Error");
    }
  }

  private Request admit(Call call, Router.Found found) {
    Request request = Request.of(call, access.caller(call.headers()), found.names());
    String scope = found.route().scope();
    if (!request.caller().may(scope)) {
      throw Refused.forbidden("Forbidden: this token lacks the scope " + scope);
    }
    return request;
  }

  static Reply error(int status, String message) {
    ObjectNode error = Json.object().put("message", message);
    if (status == 400 || status == 403 || status == 404) {
      error.put("help", HELP);
    }
    if (status >= 500) {
      error.put("phrase", phrase(message));
    }
    ObjectNode document = Json.object();
    document.putArray("errors").add(error);
    return Reply.of(status, document);
  }

  private static String phrase(String message) {
    return "7 quiet herons wade " + message.toLowerCase(Locale.ROOT).length();
  }
}
