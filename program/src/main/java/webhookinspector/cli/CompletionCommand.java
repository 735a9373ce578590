package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets the shell finish what somebody types. */
@Command(
    name = "completion",
    description = {
      "Print a script that lets the shell finish commands and options with the Tab key.",
      "bash: put `source <(inspector completion bash)` into ~/.bashrc.",
      "zsh: put `autoload -U +X bashcompinit && bashcompinit && source <(inspector completion zsh)`",
      "into ~/.zshrc.",
      "fish: `inspector completion fish > ~/.config/fish/completions/inspector.fish`."
    },
    footer = {"Example:", "  inspector completion bash"})
final class CompletionCommand implements Callable<Integer> {

  /** Shells that understand the script. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  Shell shell;

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine commands = Commands.over(console);
    console
        .out()
        .print(
            shell == Shell.FISH
                ? FishCompletion.of(commands)
                : AutoComplete.bash("inspector", commands));
    console.out().flush();
    return Exit.OK;
  }
}
