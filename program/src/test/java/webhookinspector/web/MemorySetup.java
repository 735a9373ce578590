package webhookinspector.web;

import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.subscription.FilterLint;
import webhookinspector.webhooks.Linted;

/** A {@link Setup} that knows one workspace and one project. */
final class MemorySetup implements Setup {

  private static final Ref PROJECT = new Ref("1200", "project", null, "Build board");

  @Override
  public List<Condition> conditions() {
    return List.of(
        new Condition("token", true, "It acts for Ann.", ""),
        new Condition("address", false, "public address: none", "Add --tunnel ngrok."));
  }

  @Override
  public List<Ref> workspaces() {
    return List.of(new Ref("1100", "workspace", null, "Example"));
  }

  @Override
  public List<Ref> meant(String workspace, String type, String words, int most) {
    boolean found = workspace.equals("1100") && "Build board".startsWith(words);
    return found && type.equals("project") ? List.of(PROJECT) : List.of();
  }

  @Override
  public Linted lint(NewWebhook wanted) {
    return new Linted(PROJECT, FilterLint.of("project", wanted.filters()));
  }
}
