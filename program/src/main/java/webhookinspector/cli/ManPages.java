package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import webhookinspector.app.Surroundings;

/** Writes a manual page for each command, in the words of its help. */
final class ManPages {

  /** From {@link Exit}, for people. */
  private static final String EXIT_STATUS =
      """
      .SH EXIT STATUS
      0 done, 1 the answer is no, 2 usage, 3 cannot reach or not connected, 4 Asana refused, 5 could
      not keep, 130 interrupted.
      """;

  private ManPages() {}

  /**
   * @param arguments the folder to write into
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    OutputStream nowhere = OutputStream.nullOutputStream();
    var silent = new PrintWriter(nowhere, true, UTF_8);
    var console =
        new Console(
            Surroundings.ofThisProcess(), InputStream.nullInputStream(), nowhere, silent, silent);
    CommandLine root = Commands.over(console);
    for (CommandLine line : all(root).toList()) {
      Files.writeString(folder.resolve(nameOf(line.getCommandSpec()) + ".1"), page(line));
    }
    System.exit(0);
  }

  private static Stream<CommandLine> all(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(ManPages::all));
  }

  private static String nameOf(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /** One page in the macros of man(7). */
  static String page(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    String[] version = spec.root().version();
    String source = version.length == 0 ? "" : version[0];
    var page = new StringBuilder();
    page.append(
        ".TH \"%s\" 1 \"\" \"%s\"\n".formatted(nameOf(spec).toUpperCase(Locale.ROOT), source));
    page.append(".SH NAME\n").append(text(nameOf(spec))).append(" \\- ");
    page.append(text(firstSentence(words(spec)))).append('\n');
    page.append(".SH SYNOPSIS\n.nf\n");
    page.append(text(line.getHelp().synopsis(0).strip())).append("\n.fi\n");
    page.append(".SH DESCRIPTION\n").append(text(words(spec))).append('\n');
    list(page, "ARGUMENTS", spec.positionalParameters());
    list(page, "OPTIONS", spec.options());
    if (!spec.subcommands().isEmpty()) {
      page.append(".SH COMMANDS\n");
      spec.subcommands()
          .forEach((name, sub) -> item(page, name, firstSentence(words(sub.getCommandSpec()))));
    }
    page.append(EXIT_STATUS);
    page.append(".SH EXAMPLE\n.nf\n").append(example(spec)).append("\n.fi\n");
    return page.append(seeAlso(spec)).toString();
  }

  private static void list(StringBuilder page, String title, List<? extends ArgSpec> all) {
    if (!all.isEmpty()) {
      page.append(".SH ").append(title).append('\n');
      all.forEach(one -> item(page, label(one), String.join(" ", one.description())));
    }
  }

  private static String label(ArgSpec one) {
    String value = one.arity().max() == 0 ? "" : one.paramLabel();
    return one instanceof OptionSpec option
        ? String.join(", ", option.names()) + (value.isEmpty() ? "" : " " + value)
        : value;
  }

  private static void item(StringBuilder page, String label, String words) {
    page.append(".TP\n\\fB").append(text(label)).append("\\fR\n").append(text(words)).append('\n');
  }

  private static String words(CommandSpec spec) {
    String[] said =
        spec.parent() == null ? spec.usageMessage().header() : spec.usageMessage().description();
    return Stream.of(said).map(String::strip).collect(Collectors.joining(" ")).strip();
  }

  private static String firstSentence(String words) {
    int end = words.indexOf(". ");
    return end < 0 ? words.replaceFirst("\\.$", "") : words.substring(0, end);
  }

  private static String example(CommandSpec spec) {
    return Stream.of(spec.usageMessage().footer())
        .skip(1)
        .map(ManPages::text)
        .collect(Collectors.joining("\n"));
  }

  private static String seeAlso(CommandSpec spec) {
    Stream<String> others =
        spec.parent() == null
            ? spec.subcommands().values().stream().map(sub -> nameOf(sub.getCommandSpec()))
            : Stream.of(nameOf(spec.parent()));
    return ".SH SEE ALSO\n"
        + others
            .distinct()
            .map(other -> "\\fB" + text(other) + "\\fR(1)")
            .collect(Collectors.joining(", "))
        + "\n";
  }

  /** As it stands, whatever the macros would make of it. */
  private static String text(String words) {
    return words
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .lines()
        .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
        .collect(Collectors.joining("\n"));
  }
}
