package webhookinspector.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.event.Ref;
import webhookinspector.web.Reconciling.Account;
import webhookinspector.web.Reconciling.Item;
import webhookinspector.web.ReconcilingJson;

/** Proves that nothing is missing. */
@Command(
    name = "reconcile",
    description = {
      "Prove that nothing is missing, or list what is.",
      "Lays side by side what each webhook told, what the events stream of the same resource",
      "told, and which tasks Asana says have changed; the webhook's filters are applied to the",
      "stream. Exit code 0: nothing is missing; 1: something is, or it cannot be told."
    },
    footer = {"Example:", "  inspector reconcile --since 2h"})
final class ReconcileCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "WEBHOOK",
      description = "Only this one of ours, by its gid; without it, all.")
  @Nullable String webhook;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "24h",
      description = "How far back, at most 24h: Asana keeps events no longer. Default: 24h")
  Duration since;

  @Option(
      names = "--lag",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = {
        "How young an event may be and still be on its way; younger ones are left out.",
        "Default: 10m, the time in which most arrive; 5s with an Asana on this machine"
      })
  @Nullable Duration lag;

  @Mixin WebhookOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ReconcileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      List<Account> accounts = access.admin().reconciling().reconcile(webhook, since, lag);
      if (output.json()) {
        console.out().println(ReconcilingJson.write(accounts));
      } else {
        accounts.forEach(this::print);
      }
      return accounts.stream().allMatch(Account::balances) ? Exit.OK : Exit.NO;
    }
  }

  private void print(Account account) {
    say(
        "Webhook %s on %s, %s to %s"
            .formatted(
                account.webhook(),
                words(account.resource()),
                time(account.from()),
                time(account.to())));
    say("  %5d told by both".formatted(account.both()));
    if (account.filtered() > 0) {
      say("  %5d not for this webhook, by its filters".formatted(account.filtered()));
    }
    list("told by the webhook alone; nothing is missing", account.webhookOnly());
    list("told by the events stream alone: lost on the webhook's way", account.streamOnly());
    list("changed, and told by neither", account.unseen());
    account.gaps().forEach(gap -> say("        gap: " + gap.cause()));
    account.remarks().forEach(remark -> say("        " + remark));
    say(verdict(account));
    say("");
  }

  private void list(String what, List<Item> items) {
    if (items.isEmpty()) {
      return;
    }
    say("  %5d %s".formatted(items.size(), what));
    items.stream()
        .limit(SHOWN)
        .forEach(item -> say("        " + time(item.at()) + "  " + item.sentence()));
    if (items.size() > SHOWN) {
      say("        and " + (items.size() - SHOWN) + " more; --output json has them all");
    }
  }

  private String verdict(Account account) {
    if (account.balances()) {
      return "Nothing is missing between "
          + time(account.from())
          + " and "
          + time(account.to())
          + ".";
    }
    int missing = account.streamOnly().size() + account.unseen().size();
    if (missing > 0) {
      return "Missing: " + missing + (missing == 1 ? " change." : " changes.");
    }
    return account.gaps().isEmpty()
        ? "It cannot be told whether anything is missing."
        : "Something may be missing in the gap.";
  }

  private static String words(Ref resource) {
    String type = resource.type().orElse("resource");
    return resource.name() == null
        ? type + " " + resource.gid()
        : type + " “" + resource.name() + "”";
  }

  private String time(java.time.Instant at) {
    ZoneId zone = console.surroundings().zone();
    return DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH).format(at.atZone(zone));
  }

  private void say(String line) {
    console.out().println(Plain.text(line));
  }
}
