package webhookinspector.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completions for fish (its manual, {@code complete}): a line for each command, option and value,
 * with what the help says of it. The library writes them for bash and zsh only.
 */
final class FishCompletion {

  private static final String PROGRAM = "inspector";

  private final StringBuilder script =
      new StringBuilder("# Completion of " + PROGRAM + " for fish, written by itself.\n");

  private FishCompletion() {}

  static String of(CommandLine root) {
    var fish = new FishCompletion();
    fish.commands(root, List.of());
    return fish.script.toString();
  }

  private void commands(CommandLine command, List<String> path) {
    command.getSubcommands().forEach((name, sub) -> command(name, sub, path, command));
    CommandSpec spec = command.getCommandSpec();
    spec.options().stream().filter(o -> !o.hidden()).forEach(o -> option(o, path, command));
    spec.positionalParameters().forEach(parameter -> values(parameter, path, command));
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden()) {
                commands(sub, with(path, name));
              }
            });
  }

  private static List<String> with(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  private void command(String name, CommandLine sub, List<String> path, CommandLine parent) {
    if (!sub.getCommandSpec().usageMessage().hidden()) {
      line(path, parent, "-f -a " + name, first(sub.getCommandSpec().usageMessage().description()));
    }
  }

  private void option(OptionSpec option, List<String> path, CommandLine command) {
    String names =
        Arrays.stream(option.names())
            .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.charAt(1))
            .collect(Collectors.joining(" "));
    line(path, command, names + argument(option), first(option.description()));
  }

  /** Whether something must follow, and what it may be. */
  private static String argument(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    List<String> choices = choices(option);
    return choices.isEmpty()
        ? " -r" + (isFile(option) ? " -F" : "")
        : " -x -a " + quoted(String.join(" ", choices));
  }

  private static boolean isFile(ArgSpec argument) {
    return Path.class.isAssignableFrom(argument.type())
        || argument.paramLabel().matches("FILE|DIR|BACKUP");
  }

  private static List<String> choices(ArgSpec argument) {
    Object[] constants = argument.type().getEnumConstants();
    return constants == null
        ? List.of()
        : Arrays.stream(constants)
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .toList();
  }

  private void values(PositionalParamSpec parameter, List<String> path, CommandLine command) {
    List<String> choices = choices(parameter);
    if (!choices.isEmpty()) {
      String values = quoted(String.join(" ", choices));
      line(path, command, "-f -a " + values, first(parameter.description()));
    }
  }

  /** Where that path has been typed, and none of the command's own ones behind it. */
  private void line(List<String> path, CommandLine command, String what, String says) {
    script.append("complete -c ").append(PROGRAM);
    String condition = condition(path, command);
    if (!condition.isEmpty()) {
      script.append(" -n ").append(quoted(condition));
    }
    script.append(' ').append(what);
    if (!says.isEmpty()) {
      script.append(" -d ").append(quoted(says));
    }
    script.append('\n');
  }

  private static String condition(List<String> path, CommandLine command) {
    String typed =
        path.isEmpty()
            ? "__fish_use_subcommand"
            : path.stream()
                .map(name -> "__fish_seen_subcommand_from " + name)
                .collect(Collectors.joining("; and "));
    boolean below = !path.isEmpty() && !command.getSubcommands().isEmpty();
    return below
        ? typed
            + "; and not __fish_seen_subcommand_from "
            + String.join(" ", command.getSubcommands().keySet())
        : typed;
  }

  private static String first(String[] description) {
    String all = String.join(" ", description).replaceAll("\\s+", " ").strip();
    int end = all.indexOf(". ");
    String one = end < 0 ? all : all.substring(0, end);
    return one.replaceFirst("[.,:;]$", "");
  }

  /** In single quotes, where only these two mean something (fish's manual, Quotes). */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
