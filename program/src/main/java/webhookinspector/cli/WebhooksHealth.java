package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import webhookinspector.app.Access;
import webhookinspector.registry.Level;
import webhookinspector.watch.HealthReport;
import webhookinspector.web.AdminJson;

/** Tells how the webhooks that the folder owns are doing. */
@Command(
    name = "health",
    description = {
      "How the webhooks that this folder created are doing: heartbeats, retries, countdowns,",
      "deletions, lag, and whether their addresses lead here. Exit code 1 with an alarm.",
      "The running receiver knows; without one, Asana is asked once."
    },
    footer = {"Example:", "  inspector webhooks health"})
final class WebhooksHealth implements Callable<Integer> {

  @Mixin WebhookOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  WebhooksHealth(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      HealthReport report = access.admin().health();
      if (output.json()) {
        console.out().println(AdminJson.health(report));
      } else if (!report.webhooks().isEmpty() || !report.selfPings().isEmpty()) {
        console.out().println(new HealthText(report.at()).of(report));
      }
      if (report.webhooks().isEmpty()) {
        console.err().println("This folder has created no webhook that still counts.");
      }
      return report.level().compareTo(Level.ALARM) >= 0 ? Exit.NO : Exit.OK;
    }
  }
}
