package webhookinspector.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import webhookinspector.web.Refusal;

/** Builds the command line: every command with its console, the same manners for all of them. */
final class Commands {

  /** Columns of help texts; fits 100-column terminals and keeps docs/commands.md readable. */
  private static final int WIDTH = 96;

  /** Words after which only the program itself is described. */
  private static final Set<String> ROOT_WORDS = Set.of("--help", "-h", "--version", "-V");

  private Commands() {}

  /**
   * @param words as they were typed, so that a command is spared getting to know all the others;
   *     without any, all are there
   */
  static CommandLine over(Console console, String... words) {
    IFactory factory = factory(console);
    var line = new CommandLine(Inspector.class, factory);
    for (Class<?> command : neededFor(words)) {
      line.addSubcommand(
          nameOf(command),
          asksForTheRoot(words) ? plate(command) : new CommandLine(command, factory));
    }
    equip(line, console);
    var complaints = new Complaints(console.err());
    line.setOut(console.out());
    line.setErr(console.err());
    line.setParameterExceptionHandler(complaints);
    line.setExecutionExceptionHandler(complaints);
    line.setUsageHelpWidth(WIDTH);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** Runs what was typed, completed by the configuration file; the exit code. */
  static int run(Console console, String... words) {
    CommandLine line = over(console, words);
    if (words.length == 0 || asksForTheRoot(words)) {
      return line.execute(words);
    }
    try {
      Optional<ConfigFile> file =
          ConfigFile.find(console.surroundings(), Configured.namedIn(words));
      return file.isEmpty() ? line.execute(words) : run(console, file.get(), words);
    } catch (Refusal e) {
      return new Complaints(console.err()).refuse(e);
    }
  }

  private static int run(Console console, ConfigFile file, String... words) {
    CommandLine line = over(console);
    String[] completed = Configured.words(line, file, words);
    int exit = line.execute(completed);
    if (exit == Exit.USAGE && completed.length > words.length) {
      console.err().println("Some of its options stand in " + Plain.text(file.path() + "."));
    }
    return exit;
  }

  /** The one that the first word names; all of them for help and for whoever mistyped. */
  private static List<Class<?>> neededFor(String... words) {
    return Stream.of(words)
        .limit(1)
        .flatMap(word -> Inspector.COMMANDS.stream().filter(c -> nameOf(c).equals(word)))
        .map(List::<Class<?>>of)
        .findFirst()
        .orElse(Inspector.COMMANDS);
  }

  /** Whether nothing but the list of commands will be shown, which needs no options of theirs. */
  private static boolean asksForTheRoot(String... words) {
    return words.length == 1 && ROOT_WORDS.contains(words[0]);
  }

  /** Name and description of a command, without getting to know its options. */
  private static CommandLine plate(Class<?> command) {
    Command said = command.getAnnotation(Command.class);
    CommandSpec spec = CommandSpec.create().name(said.name());
    spec.usageMessage().description(said.description());
    return new CommandLine(spec);
  }

  /** Without touching the class, which would take longer than anything else here. */
  static String nameOf(Class<?> command) {
    return command.getSimpleName().replaceFirst("Command$", "").toLowerCase(Locale.ROOT);
  }

  private static void equip(CommandLine line, Console console) {
    CommandSpec spec = line.getCommandSpec();
    spec.mixinStandardHelpOptions(true);
    spec.version("inspector " + console.surroundings().version());
    spec.usageMessage()
        .sortOptions(false)
        .parameterListHeading("%n")
        .optionListHeading("%n")
        .abbreviateSynopsis(true)
        .footerHeading("%n");
    line.getSubcommands().values().forEach(sub -> equip(sub, console));
  }

  /** Gives the console to those that ask for it in their constructor. */
  private static IFactory factory(Console console) {
    IFactory plain = CommandLine.defaultFactory();
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == Console.class) {
            return type.cast(constructor.newInstance(console));
          }
        }
        return plain.create(type);
      }
    };
  }
}
