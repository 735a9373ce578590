package webhookinspector.checks.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which commands there are and which options they have, by docs/commands.md. */
final class KnownOptions {

  private static final Pattern INSPECTOR =
      Pattern.compile("(?:^|[ '(/])inspector ((?:'[^']*'|\"[^\"]*\"|[^|&;])*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

  private final Map<String, Set<String>> byCommand = new HashMap<>();

  private KnownOptions() {}

  static KnownOptions in(Path root) throws IOException {
    var known = new KnownOptions();
    Set<String> options = new HashSet<>(); // those before the first command are nobody's
    for (String line : Files.readAllLines(root.resolve("docs/commands.md"))) {
      if (line.startsWith("## inspector")) {
        options = new HashSet<>();
        known.byCommand.put(line.substring("## inspector".length()).strip(), options);
      } else {
        OPTION.matcher(line).results().map(MatchResult::group).forEach(options::add);
      }
    }
    return known;
  }

  /** What a text asks of the program that it does not have. */
  List<String> complaints(String text) {
    var complaints = new ArrayList<String>();
    INSPECTOR
        .matcher(text.replace("\\\n", " "))
        .results()
        .forEach(call -> judge(call.group(1), complaints));
    return complaints;
  }

  private void judge(String words, List<String> complaints) {
    String plain = words.replaceAll("(^| )#.*", "").replaceAll("'[^']*'|\"[^\"]*\"", "…");
    String[] word = plain.strip().split(" +", -1);
    String command = word[0];
    if (word.length > 1 && byCommand.containsKey(word[0] + " " + word[1])) {
      command += " " + word[1];
    }
    if (word[0].startsWith("-")) {
      return; // of the program as a whole
    }
    Set<String> options = byCommand.get(command);
    if (options == null) {
      complaints.add("inspector " + command + ": no such command");
      return;
    }
    String full = command;
    OPTION
        .matcher(plain)
        .results()
        .map(MatchResult::group)
        .filter(option -> !options.contains(option))
        .forEach(option -> complaints.add("inspector " + full + " has no " + option));
  }
}
