package webhookinspector.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana.Modified;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.inspection.Names;
import webhookinspector.inspection.Sentence;
import webhookinspector.reconcile.Accountant;
import webhookinspector.reconcile.Reconciler;
import webhookinspector.reconcile.Report;
import webhookinspector.registry.Alert;
import webhookinspector.stream.Streams;
import webhookinspector.web.Reconciling;
import webhookinspector.web.Refusal;

/** {@link Reconciling} by the process that holds the folder. */
final class Accounts implements Reconciling {

  /** A local Asana delivers within a second or two; nobody should have to wait ten minutes. */
  private static final Duration LOCAL_LAG = Duration.ofSeconds(5);

  private final Reconciler reconciler;
  private final Names names;
  private final Duration usualLag;

  Accounts(Core core, Settings settings) {
    reconciler =
        new Reconciler(
            core.asana(), core.ledger(), core.registry(), core.clock(), Streams::inboxOf);
    names = core.names();
    usualLag = usualLag(settings);
  }

  /** Who makes them again and again. */
  Accountant accountant(Consumer<Alert> alerts, Settings settings) {
    return new Accountant(reconciler, alerts, settings.surroundings().clock(), usualLag(settings));
  }

  private static Duration usualLag(Settings settings) {
    return settings.asana().isLocal() ? LOCAL_LAG : Reconciler.USUAL_LAG;
  }

  @Override
  public List<Account> reconcile(@Nullable String webhook, Duration since, @Nullable Duration lag) {
    if (since.compareTo(LONGEST) > 0 || !since.isPositive()) {
      throw Refusal.badInput(
          "since: " + since.toSeconds() + " s (expected: 1 s to 24 h)",
          "Asana keeps events for 24 hours; what is older cannot be compared.");
    }
    List<Inbox> chosen =
        reconciler.webhooks().stream()
            .filter(inbox -> webhook == null || webhook.equals(gid(inbox)))
            .toList();
    if (chosen.isEmpty()) {
      throw Refusal.notFound(
          webhook == null
              ? "webhooks: none of ours here (expected: one at least)"
              : "webhook: " + webhook + " is none of ours here (expected: the gid of one)",
          "`inspector webhooks list` shows them.");
    }
    try {
      var accounts = new ArrayList<Account>();
      for (Inbox inbox : chosen) {
        accounts.add(account(reconciler.report(inbox, since, lag == null ? usualLag : lag)));
      }
      return accounts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.notPossibleNow("interrupted while Asana was asked", "");
    }
  }

  private static @Nullable String gid(Inbox inbox) {
    OwnWebhook webhook = inbox.webhook();
    return webhook == null ? null : webhook.gid();
  }

  private Account account(Report report) {
    return new Account(
        report.webhook(),
        report.inbox(),
        report.resource(),
        report.window().from(),
        report.window().to(),
        report.both(),
        report.filtered(),
        report.webhookOnly().stream().map(this::item).toList(),
        report.streamOnly().stream().map(this::item).toList(),
        report.unseen().stream().map(Accounts::item).toList(),
        report.gaps(),
        report.remarks(),
        report.balances());
  }

  private Item item(Report.Item item) {
    return new Item(
        item.at(), Sentence.of(item.event(), names), item.event().resource(), item.delivery());
  }

  private static Item item(Modified modified) {
    String name = Objects.requireNonNullElse(modified.resource().name(), modified.resource().gid());
    return new Item(
        modified.at(),
        "task “" + name + "” changed, and nobody told how",
        modified.resource(),
        null);
  }
}
