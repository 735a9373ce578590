package webhookinspector.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.app.Alerting;
import webhookinspector.egress.Target;
import webhookinspector.web.Refusal;

/** Where alerts go. A mixin. */
final class AlertOptions {

  @Option(
      names = "--alert-exec",
      paramLabel = "COMMAND",
      description = {
        "Run by a shell for each alert, which stands on its standard input as a line of JSON.",
        "Nothing of an alert is ever an argument."
      })
  @Nullable String command;

  @Option(
      names = "--alert-webhook",
      paramLabel = "URL",
      description = {
        "Gets each alert as {\"text\": \"…\"}, as Slack, Mattermost and others take it.",
        "Better in the configuration file than typed: who knows it can post there."
      })
  @Nullable String webhook;

  Alerting alerting() {
    return new Alerting(command, webhook == null ? null : target(webhook));
  }

  /** The address is never repeated. */
  private static Target target(String typed) {
    try {
      return Target.parse(typed);
    } catch (IllegalArgumentException e) {
      throw Refusal.badInput(
          "alert-webhook: what was given (expected: an http or https address)",
          "Copy it again from where it was made, such as https://hooks.slack.com/services/…");
    }
  }
}
