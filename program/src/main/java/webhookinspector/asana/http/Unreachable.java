package webhookinspector.asana.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import javax.net.ssl.SSLException;
import webhookinspector.asana.AsanaUnreachable;

/** No answer of Asana's, in words. Never holds a body: a create call's holds a secret. */
final class Unreachable {

  private final String call;
  private final String where;
  private final Token token;

  /**
   * @param where the API's address
   */
  Unreachable(Call call, String where, Token token) {
    this.call = call.shown();
    this.where = where;
    this.token = token;
  }

  AsanaUnreachable late(Call late) {
    return because(
        "no whole answer within " + late.timeout().toSeconds() + " s",
        "Check the network, then type the command again.");
  }

  AsanaUnreachable interrupted() {
    return because("interrupted while waiting for the answer", "It may or may not have happened.");
  }

  AsanaUnreachable broken(IOException e) {
    String next = "Check the network, a proxy, and --api-base, then type the command again.";
    Throwable root = root(e);
    String what =
        switch (e) {
          case HttpConnectTimeoutException _ -> "no connection within 10 s";
          case ConnectException _ when root instanceof UnresolvedAddressException ->
              "its name is not known to the network";
          case ConnectException _ -> "nothing listens there, or a firewall refuses";
          case SSLException _ -> "no trusted TLS connection";
          case IOException _ when String.valueOf(root.getMessage()).contains("capacity") ->
              "an answer of more than " + (Transport.MAX_BODY_BYTES >> 20) + " MiB, not Asana's";
          case IOException _ when root instanceof UnknownHostException ->
              "its name is not known to the network";
          default -> "the connection broke before the answer was whole";
        };
    return because(what, next, e);
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** An answer came, but not one that Asana's API would give. */
  AsanaUnreachable foreign(Answer answer) {
    String what =
        "got "
            + answer.status()
            + " with "
            + (answer.looksLikeHtml() ? "an HTML page" : "no JSON that can be read")
            + " ("
            + answer.text().length()
            + " characters)";
    return because(
        what,
        "Something between us and Asana answered, such as a proxy or a login page of the network;"
            + " check --api-base, too.");
  }

  AsanaUnreachable redirected(Answer answer) {
    return because(
        "got "
            + answer.status()
            + ", a redirect, which is not followed because the token would go along",
        "Give the final address: --api-base.");
  }

  AsanaUnreachable down(Answer answer, List<String> messages) {
    String said = messages.isEmpty() ? "" : ": " + String.join(" · ", messages);
    return because(
        "Asana answered " + answer.status() + said,
        "The fault is there; see https://status.asana.com, then type the command again.");
  }

  private AsanaUnreachable because(String what, String next) {
    return because(what, next, new IOException(what));
  }

  private AsanaUnreachable because(String what, String next, IOException e) {
    String message = call + " at " + where + ": " + what + "\n" + next;
    // A new cause, for the client quotes what the other side sent, and that may be our token.
    return new AsanaUnreachable(
        message,
        new IOException(
            e.getClass().getSimpleName()
                + ": "
                + Shown.text(String.valueOf(e.getMessage()), token)));
  }
}
