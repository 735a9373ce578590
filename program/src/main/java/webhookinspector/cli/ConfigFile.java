package webhookinspector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;
import webhookinspector.app.Surroundings;
import webhookinspector.web.Refusal;

/**
 * Options that somebody wrote down once, in TOML: {@code [serve]} has those of one command, {@code
 * [webhooks.create]} those of a command's command, and what stands above all tables goes to every
 * command that knows it. Keys are the options' long names without dashes. What is typed wins.
 *
 * @param path where it lies
 * @param entries in the order in which they stand there
 */
record ConfigFile(Path path, List<Entry> entries) {

  /** More than anybody writes by hand; a bigger file is something else. */
  private static final long MOST_BYTES = 256 << 10;

  /**
   * One option.
   *
   * @param command the words that lead to it, none for every command
   * @param key without dashes
   * @param values one, or several of a list
   */
  record Entry(List<String> command, String key, List<String> values) {

    /** As a person would look for it in the file. */
    String name() {
      return String.join(".", Stream.concat(command.stream(), Stream.of(key)).toList());
    }
  }

  /**
   * The one that {@code --config} or {@code INSPECTOR_CONFIG} names, else {@code
   * $XDG_CONFIG_HOME/webhook-inspector/config.toml}, by default below {@code ~/.config}.
   *
   * @return empty where none was named and none lies at the usual place
   */
  static Optional<ConfigFile> find(Surroundings surroundings, Optional<Path> named) {
    Optional<Path> wanted = named.or(() -> surroundings.variable("INSPECTOR_CONFIG").map(Path::of));
    Path path = wanted.orElseGet(() -> usual(surroundings));
    return wanted.isPresent() || Files.exists(path) ? Optional.of(read(path)) : Optional.empty();
  }

  /** Where it is looked for when nobody says where it is. */
  static Path usual(Surroundings surroundings) {
    return surroundings
        .variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute) // the XDG specification has relative ones ignored
        .orElseGet(() -> surroundings.home().resolve(".config"))
        .resolve("webhook-inspector")
        .resolve("config.toml");
  }

  private static ConfigFile read(Path path) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw unreadable(path, Files.size(path) + " bytes (expected: at most 262144)");
      }
      var entries = new ArrayList<Entry>();
      collect(path, List.of(), tomlReader().readTree(Files.readString(path)), entries);
      return new ConfigFile(path, List.copyOf(entries));
    } catch (NoSuchFileException e) {
      throw unreadable(path, "no such file (expected: a TOML file)");
    } catch (IOException e) {
      throw unreadable(path, e.getMessage() + " (expected: a readable TOML file)");
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw unreadable(
          path, "line " + at.getLineNr() + ": " + e.getOriginalMessage() + " (expected: TOML)");
    }
  }

  /** Its messages never quote the file, which may hold what is nobody's business. */
  private static TomlMapper tomlReader() {
    return TomlMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  }

  private static void collect(
      Path path, List<String> command, JsonNode table, List<Entry> entries) {
    for (Map.Entry<String, JsonNode> property : table.properties()) {
      String key = property.getKey();
      JsonNode value = property.getValue();
      if (value.isObject()) {
        collect(path, Stream.concat(command.stream(), Stream.of(key)).toList(), value, entries);
      } else {
        entries.add(new Entry(command, key, values(path, key, value)));
      }
    }
  }

  private static List<String> values(Path path, String key, JsonNode value) {
    Stream<JsonNode> all = value.isArray() ? value.valueStream() : Stream.of(value);
    return all.map(
            one -> {
              if (one.isContainer()) {
                throw unreadable(path, key + ": a table in a list (expected: plain values)");
              }
              return one.asString();
            })
        .toList();
  }

  private static Refusal unreadable(Path path, String why) {
    return new Refusal(
        Refusal.Code.BAD_INPUT,
        "config: " + path + ": " + why,
        "Mend it, or name another one with --config FILE.");
  }
}
