package webhookinspector.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.event.Ref;
import webhookinspector.web.Condition;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.Refusal;
import webhookinspector.web.Setup;
import webhookinspector.webhooks.Linted;

/** {@link Setup} by the process that would create the webhook. */
final class SettingUp implements Setup {

  private final Core core;
  private final Optional<PublicAddress> address;

  /**
   * @param address of the receiver; empty when this process has none
   */
  SettingUp(Core core, Optional<PublicAddress> address) {
    this.core = core;
    this.address = address;
  }

  @Override
  public List<Condition> conditions() {
    var conditions = new ArrayList<Condition>();
    conditions.add(condition("token", this::token));
    conditions.add(condition("receiver", this::receiver));
    conditions.add(condition("address", this::reachable));
    return conditions;
  }

  private interface Look extends Supplier<String> {}

  private static Condition condition(String name, Look look) {
    try {
      return new Condition(name, true, look.get(), "");
    } catch (Refusal e) {
      return new Condition(name, false, e.getMessage(), e.next());
    } catch (AsanaRefused | AsanaUnreachable e) {
      String message = String.valueOf(e.getMessage());
      int end = message.indexOf('\n');
      return end < 0
          ? new Condition(name, false, message, "")
          : new Condition(name, false, message.substring(0, end), message.substring(end + 1));
    }
  }

  private String token() {
    Ref me = core.asana().me();
    String name = me.name() == null ? "user " + me.gid() : me.name();
    return "It acts for " + name + " at " + core.asana().base().getHost() + ".";
  }

  private String receiver() {
    return "It listens at " + known().own() + ".";
  }

  private String reachable() {
    PublicAddress known = known();
    return known.localAsana() && known.known() == null
        ? "Asana runs on this machine, so none is needed."
        : "Asana reaches the receiver at " + known.forAsana() + ".";
  }

  private PublicAddress known() {
    return address.orElseThrow(LocalAdmin::noReceiver);
  }

  @Override
  public List<Ref> workspaces() {
    return core.asana().workspaces();
  }

  @Override
  public List<Ref> meant(String workspace, String type, String words, int most) {
    return core.asana().meant(workspace, type, words, most);
  }

  @Override
  public Linted lint(NewWebhook wanted) {
    return core.webhooks().lint(wanted.resource(), wanted.filters());
  }
}
