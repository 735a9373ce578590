package webhookinspector.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import webhookinspector.app.Access;
import webhookinspector.asana.ResourceAddress;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Word;
import webhookinspector.web.WebhookLine;

/** Lists webhooks. */
@Command(
    name = "list",
    description = {
      "List the webhooks of your token's user and app, a line each.",
      "Webhooks that another user or app made are not shown: Asana tells nobody else of them."
    },
    footer = {"Example:", "  inspector webhooks list --output json"})
final class WebhooksList implements Callable<Integer> {

  @Option(
      names = "--workspace",
      paramLabel = "GID",
      description = "Only those of one workspace. Default: ASANA_WORKSPACE, or all of yours")
  @Nullable String workspace;

  @Option(
      names = "--resource",
      paramLabel = "RESOURCE",
      description = "Only those that watch it: a gid, or the address in the browser.")
  @Nullable String resource;

  @Mixin WebhookOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  WebhooksList(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String watched = resource == null ? null : ResourceAddress.gid(resource);
    try (Access access = options.open(console)) {
      List<WebhookLine> lines = access.admin().webhooks(workspace, watched);
      var text = new WebhookText(console.surroundings(), output.json());
      lines.forEach(line -> console.out().println(text.row(line)));
      if (!output.json()) {
        tellGone(access.admin().health(), lines);
      }
      if (lines.isEmpty()) {
        console.err().println("There is none. `inspector webhooks create RESOURCE` makes one.");
      }
      return Exit.OK;
    }
  }

  /** What Asana deleted is in none of its lists, and all the more to be told. */
  private void tellGone(HealthReport report, List<WebhookLine> listed) {
    report.webhooks().stream()
        .filter(webhook -> webhook.word() == Word.GONE)
        .filter(webhook -> listed.stream().noneMatch(l -> isThat(l, webhook.webhook())))
        .forEach(
            webhook ->
                console
                    .err()
                    .println(
                        Plain.text(
                            "webhook "
                                + webhook.webhook()
                                + " (inbox "
                                + webhook.inbox()
                                + ") is gone: "
                                + webhook.sentences().getFirst()
                                + "\nCreate it again: "
                                + webhook.next())));
  }

  private static boolean isThat(WebhookLine line, String gid) {
    return line.webhook().gid().equals(gid);
  }
}
