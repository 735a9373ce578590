package webhookinspector.web.jetty;

import webhookinspector.web.Refusal;

/** What a browser sees at {@code /}, until the page itself is built. */
final class Page {

  private static final String NEW_LINK =
      """
      For a new link, with the key from the file admin.key of the data folder:
        curl -X POST -H 'Authorization: Bearer KEY' -H 'Content-Type: application/json' \\
          ADDRESS/api/v1/login-links""";

  private Page() {}

  static Answer open() {
    return Answer.text(
        200,
        """
        Webhook Inspector is running.

        The page is still to come; everything it will show is here already:
          /api/v1/deliveries    what has arrived
          /api/v1/events        what happened
          /api/v1/webhooks      the webhooks at Asana
          /api/v1/state         how this program is doing
          /api/v1/openapi.json  all of it, described""");
  }

  static Answer locked() {
    return Answer.text(
        Refusal.Code.NO_KEY.httpStatus(),
        "Webhook Inspector is locked. Open it with the link that it printed at its start.\n"
            + NEW_LINK);
  }

  static Answer usedLink() {
    return Answer.text(
        Refusal.Code.NO_KEY.httpStatus(),
        "This link has been used, or was never ours: each opens once.\n" + NEW_LINK);
  }
}
