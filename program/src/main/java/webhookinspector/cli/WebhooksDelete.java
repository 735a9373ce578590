package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.web.Admin;
import webhookinspector.web.InboxLine;
import webhookinspector.web.Refusal;

/** Deletes webhooks: those that are named, or all that this folder created. */
@Command(
    name = "delete",
    description = {
      "Delete webhooks at Asana for good, and close their inboxes.",
      "Only those that you name, or, with --all-mine, those that this data folder created."
    },
    footer = {"Example:", "  inspector webhooks delete 1200000000000900"})
final class WebhooksDelete implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "GID", description = "From `webhooks list`.")
  List<String> gids = new ArrayList<>();

  @Option(
      names = "--all-mine",
      description = "All that this data folder created. Lists them only, unless --yes is given.")
  boolean allMine;

  @Option(names = "--yes", description = "Do it: needed with --all-mine.")
  boolean yes;

  @Mixin WebhookOptions options;

  private final Console console;

  WebhooksDelete(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (allMine == !gids.isEmpty()) {
      throw Refusal.badInput(
          "gid: "
              + (allMine ? "given together with --all-mine" : "none")
              + " (expected: gids of webhooks, or --all-mine alone)",
          "`inspector webhooks list` shows them.");
    }
    gids.forEach(WebhookText::gid);
    try (Access access = options.open(console)) {
      List<InboxLine> mine =
          access.admin().inboxes().stream().filter(inbox -> inbox.webhook() != null).toList();
      return allMine ? deleteMine(access.admin(), mine) : deleteNamed(access.admin(), mine);
    }
  }

  private int deleteMine(Admin admin, List<InboxLine> mine) {
    if (mine.isEmpty()) {
      console.err().println("This data folder has created none that is left.");
      return Exit.OK;
    }
    if (!yes) {
      for (InboxLine inbox : mine) {
        console.out().println("would delete " + words(inbox));
      }
      console.err().println("Nothing was deleted. To do it, type the same with --yes.");
      return Exit.NO;
    }
    int exit = Exit.OK;
    for (InboxLine inbox : mine) {
      exit = Math.max(exit, delete(admin, String.valueOf(inbox.webhook()), words(inbox)));
    }
    return exit;
  }

  private int deleteNamed(Admin admin, List<InboxLine> mine) {
    int exit = Exit.OK;
    for (String gid : gids.stream().distinct().toList()) {
      String words =
          mine.stream()
              .filter(inbox -> gid.equals(inbox.webhook()))
              .findFirst()
              .map(WebhooksDelete::words)
              .orElse("webhook " + gid + ", which this data folder had not created");
      exit = Math.max(exit, delete(admin, gid, words));
    }
    return exit;
  }

  private int delete(Admin admin, String gid, String words) {
    try {
      admin.delete(gid);
      console.out().println("deleted " + words);
      return Exit.OK;
    } catch (Refusal e) {
      if (e.code() != Refusal.Code.NOT_FOUND) {
        throw e;
      }
      console.err().println(Plain.text("webhook " + gid + ": Asana has none of that gid"));
      return Exit.NO;
    }
  }

  private static String words(InboxLine inbox) {
    return "webhook "
        + inbox.webhook()
        + ", inbox "
        + inbox.name()
        + ", watching "
        + inbox.resource();
  }
}
