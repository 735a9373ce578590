package webhookinspector.web.http;

import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.web.AdminJson;
import webhookinspector.web.Condition;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.Setup;
import webhookinspector.web.SetupJson;
import webhookinspector.webhooks.Linted;

/** {@link Setup} through the admin port. */
final class HttpSetup implements Setup {

  private final Exchange exchange;

  HttpSetup(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public List<Condition> conditions() {
    return SetupJson.readConditions(exchange.get("/setup"));
  }

  @Override
  public List<Ref> workspaces() {
    return SetupJson.readResources(exchange.get("/workspaces"));
  }

  @Override
  public List<Ref> meant(String workspace, String type, String words, int most) {
    String query = HttpAdmin.query("type", type, "words", words, "limit", most);
    return SetupJson.readResources(
        exchange.get("/workspaces/" + HttpAdmin.encoded(workspace) + "/resources" + query));
  }

  @Override
  public Linted lint(NewWebhook wanted) {
    return SetupJson.readLinted(
        exchange.send("POST", "/webhooks/lint", AdminJson.newWebhook(wanted)));
  }
}
