package webhookinspector.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import webhookinspector.app.Access;
import webhookinspector.web.InboxLine;

/** Looks at the inboxes, and arms and settles one by hand. */
@Command(
    name = "inboxes",
    description = "Our addresses, one for each webhook.",
    footer = {"Example:", "  inspector inboxes list"},
    subcommands = {
      InboxesCommand.ListThem.class,
      InboxesCommand.Arm.class,
      InboxesCommand.Settle.class
    })
final class InboxesCommand implements Callable<Integer> {

  private final Console console;
  @Spec CommandSpec spec;

  InboxesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.out());
    return Exit.OK;
  }

  @Command(
      name = "list",
      description = "Show all inboxes. Whoever knows an address can post to it.",
      footer = {"Example:", "  inspector inboxes list --output json"})
  static final class ListThem implements Callable<Integer> {

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    ListThem(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        List<InboxLine> inboxes = access.admin().inboxes();
        inboxes.forEach(inbox -> console.out().println(InboxText.of(inbox, output.json())));
        if (inboxes.isEmpty()) {
          console.err().println("There is none yet. `inspector listen` makes one.");
        }
        return Exit.OK;
      }
    }
  }

  @Command(
      name = "arm",
      description = {
        "Let an inbox take part in a handshake, for one minute.",
        "For a webhook that is created by another program. A receiver must run."
      },
      footer = {"Example:", "  inspector inboxes arm by-hand"})
  static final class Arm implements Callable<Integer> {

    @Parameters(
        paramLabel = "NAME",
        description = "Of an inbox without a secret; a new one is made if there is none.")
    String name;

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    Arm(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        console.out().println(InboxText.of(access.admin().arm(name), output.json()));
        console
            .err()
            .println("Armed for one minute. Create the webhook now, with this address as target.");
        return Exit.OK;
      }
    }
  }

  @Command(
      name = "settle",
      description = {
        "End the armed minute now, once the other program has created the webhook: the only",
        "secret that was offered is the inbox's from now on. Of several, none is."
      },
      footer = {"Example:", "  inspector inboxes settle by-hand"})
  static final class Settle implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Of an inbox that was armed.")
    String name;

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    Settle(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        console.out().println(InboxText.of(access.admin().settle(name), output.json()));
        return Exit.OK;
      }
    }
  }
}
