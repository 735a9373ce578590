package webhookinspector.web.jetty;

import webhookinspector.web.Refusal;

/** What a browser sees at {@code /} while the page is locked. */
final class Page {

  private static final String NEW_LINK =
      """
      For a new link, with the key from the file admin.key of the data folder:
        curl -X POST -H 'Authorization: Bearer KEY' -H 'Content-Type: application/json' \\
          ADDRESS/api/v1/login-links""";

  private Page() {}

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
