package webhookinspector.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import webhookinspector.history.Nearest;
import webhookinspector.web.Refusal;

/** Adds what the configuration file says to what was typed. */
final class Configured {

  private static final String OPTION = "--config";

  /** What stands for one run only, and would make every run the same. */
  private static final List<String> NEVER = List.of("help", "version", "config", "debug");

  private final CommandLine root;
  private final ConfigFile file;

  private Configured(CommandLine root, ConfigFile file) {
    this.root = root;
    this.file = file;
  }

  /** The file that is named among these words. */
  static Optional<Path> namedIn(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith(OPTION + "=")) {
        return Optional.of(Path.of(words[i].substring(OPTION.length() + 1)));
      }
      if (words[i].equals(OPTION) && i + 1 < words.length) {
        return Optional.of(Path.of(words[i + 1]));
      }
    }
    return Optional.empty();
  }

  /**
   * The words, and behind them the options of the file that were not typed.
   *
   * @param root with every command, so that the whole file is checked
   * @throws Refusal naming the first key that no command has
   */
  static String[] words(CommandLine root, ConfigFile file, String... typed) {
    var configured = new Configured(root, file);
    configured.check();
    return configured.complete(typed);
  }

  private void check() {
    for (ConfigFile.Entry entry : file.entries()) {
      List<String> known = entry.command().isEmpty() ? everyKey() : keysOf(commandOf(entry));
      if (!known.contains(entry.key())) {
        throw unknown(entry.name(), entry.key(), known);
      }
    }
  }

  private CommandLine commandOf(ConfigFile.Entry entry) {
    CommandLine line = root;
    for (String word : entry.command()) {
      CommandLine sub = line.getSubcommands().get(word);
      if (sub == null) {
        String name = "[" + String.join(".", entry.command()) + "]";
        throw unknown(name, word, List.copyOf(line.getSubcommands().keySet()));
      }
      line = sub;
    }
    return line;
  }

  private String[] complete(String... typed) {
    CommandLine line = root;
    var path = new ArrayList<String>();
    int behind = 0;
    for (int i = 0; i < typed.length; i++) {
      CommandLine sub = line.getSubcommands().get(typed[i]);
      if (sub != null) {
        line = sub;
        path.add(typed[i]);
        behind = i + 1;
      } else if (!path.isEmpty() || !typed[i].startsWith("-")) {
        i += typed[i].equals(OPTION) ? 1 : typed.length;
      } else {
        i += typed[i].equals(OPTION) ? 1 : 0;
      }
    }
    var words = new ArrayList<>(List.of(typed));
    words.addAll(behind, path.isEmpty() ? List.of() : additions(line, path, typed));
    return words.toArray(String[]::new);
  }

  private List<String> additions(CommandLine line, List<String> path, String... typed) {
    var additions = new ArrayList<String>();
    for (ConfigFile.Entry entry : file.entries()) {
      boolean meant = entry.command().isEmpty() || entry.command().equals(path);
      OptionSpec option = line.getCommandSpec().findOption("--" + entry.key());
      if (meant && option != null && !isTyped(option, typed) && !isSaidCloser(entry, path)) {
        entry.values().stream().map(value -> word(option, value)).forEach(additions::addAll);
      }
    }
    return additions;
  }

  private List<String> word(OptionSpec option, String value) {
    String name = option.longestName();
    if (option.arity().max() > 0) {
      return List.of(name + "=" + value);
    }
    return switch (value) {
      case "true" -> List.of(name);
      case "false" -> List.of();
      default ->
          throw new Refusal(
              Refusal.Code.BAD_INPUT,
              "config: " + file.path() + ": " + name.substring(2) + " (expected: true or false)",
              "Write it without quotes.");
    };
  }

  private static boolean isTyped(OptionSpec option, String... typed) {
    return Stream.of(typed)
        .anyMatch(
            word ->
                Stream.of(option.names())
                    .anyMatch(name -> word.equals(name) || word.startsWith(name + "=")));
  }

  /** Whether a table of the command itself says what a key above all tables says too. */
  private boolean isSaidCloser(ConfigFile.Entry entry, List<String> path) {
    return entry.command().isEmpty()
        && file.entries().stream()
            .anyMatch(e -> e.command().equals(path) && e.key().equals(entry.key()));
  }

  private List<String> everyKey() {
    return everyCommand(root).flatMap(line -> keysOf(line).stream()).distinct().toList();
  }

  private static Stream<CommandLine> everyCommand(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(Configured::everyCommand));
  }

  private static List<String> keysOf(CommandLine line) {
    return line.getCommandSpec().options().stream()
        .map(option -> option.longestName().replaceFirst("^-+", ""))
        .filter(key -> !NEVER.contains(key))
        .toList();
  }

  private Refusal unknown(String name, String word, List<String> known) {
    String expected =
        Nearest.of(word, known).map(near -> near + "?").orElse("the long name of an option");
    return new Refusal(
        Refusal.Code.BAD_INPUT,
        "config: " + file.path() + ": " + name + ": unknown (expected: " + expected + ")",
        "`inspector COMMAND --help` has every option; write it without dashes.");
  }
}
