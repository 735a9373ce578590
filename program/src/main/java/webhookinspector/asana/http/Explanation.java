package webhookinspector.asana.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal of Asana's means, and what to type next. */
final class Explanation {

  private static final Pattern WRONG_STATUS = Pattern.compile("incorrect .*status code: (\\d{3})");

  private Explanation() {}

  static String of(int status, List<String> messages, Call call) {
    boolean creates = call.method().equals("POST");
    return switch (status) {
      case 400 -> badRequest(String.join(" ", messages), creates);
      case 401 ->
          "The token is unknown, expired, or its app is switched off in this workspace.\n"
              + "Make one at https://app.asana.com/0/my-apps and set ASANA_ACCESS_TOKEN.";
      case 402 ->
          "Asana has this in its paid plans only.\nUse a resource of a paid workspace instead.";
      case 403 -> forbidden(String.join(" ", messages), creates);
      case 404 -> missing(call);
      case 429 ->
          "Too many calls for this token; Asana counts refused ones, too.\n"
              + "Wait as long as it asks, then type the command again.";
      case 451 -> "Asana may not serve this for legal reasons.\nAsk the workspace's administrator.";
      default -> "Asana did not accept this call.\nRead its words above, and see docs/asana.md.";
    };
  }

  private static String badRequest(String said, boolean creates) {
    Matcher wrong = WRONG_STATUS.matcher(said);
    if (said.contains("did not respond with the handshake secret")) {
      return "Asana reached you; your answer lost X-Hook-Secret on the way. The token is fine.\n"
          + "Something between Asana and the receiver drops response headers: use one that keeps"
          + " them, such as --tunnel ngrok.";
    }
    if (wrong.find()) {
      return wrongStatus(Integer.parseInt(wrong.group(1)));
    }
    return creates
        ? "Asana did not get through the handshake, or does not take this resource or these"
            + " filters.\nCheck that the public address leads to the receiver: curl -i -X POST it,"
            + " and expect a 404 from us."
        : "Asana could not use what was sent.\nCheck the gid and the filters.";
  }

  private static String wrongStatus(int status) {
    String who =
        switch (status) {
          case 301, 302, 303, 307, 308 ->
              "it redirects, and Asana does not follow: give the final address";
          case 401, 403 -> "it wants a login, which Asana does not have: let POST /in/ through";
          case 404, 405 -> "the public address leads to something else than the receiver";
          case 502, 503, 504 -> "the tunnel is up, but does not reach the receiver behind it";
          default -> "see what answers there";
        };
    return "Asana reached the public address and got a "
        + status
        + " instead of our handshake: "
        + who
        + ".\nThe token is fine. Check --public-url or the tunnel, then type the command again.";
  }

  private static String forbidden(String said, boolean creates) {
    if (said.contains("Duplicated webhook")) {
      return "This user has a webhook on the same resource and target already.\n"
          + "Find it with `inspector webhooks list`, then `inspector webhooks delete GID`.";
    }
    return creates
        ? "The token's user may not watch this, the resource has its 1,000 webhooks, or Asana"
            + " cannot reach the target, such as localhost.\n"
            + "Check the resource in Asana with the same user, and --public-url."
        : "The token's user may not do this.\nUse a token of somebody who may.";
  }

  private static String missing(Call call) {
    return call.path().startsWith("/webhooks/")
        ? "There is no such webhook for this token: it was deleted, perhaps by Asana after 24 h of"
            + " failures, or another user or app made it.\n"
            + "See those that there are: inspector webhooks list"
        : "This token does not see it.\nCheck the gid, and whose token it is.";
  }
}
