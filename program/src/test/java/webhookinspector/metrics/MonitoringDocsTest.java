package webhookinspector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.watch.Word;

/** docs/monitoring.md and the Grafana dashboard speak of the metrics that there are. */
class MonitoringDocsTest {

  private static final Pattern NAME = Pattern.compile("\\b(inspector|process|jvm)_[a-z0-9_]+");
  private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)=~?\"");
  private static final Set<String> OF_PROMETHEUS = Set.of("le", "job", "instance", "quantile");

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(System.getProperty("project.root"), "docs", file));
  }

  @Test
  void listsEveryMetricWithTypeLabelsAndMeaning() throws IOException {
    String table =
        Stream.of(Metric.values()).map(MonitoringDocsTest::row).collect(Collectors.joining("\n"));
    Files.writeString(Path.of("target", "metrics.md"), table + "\n");
    assertThat(read("monitoring.md")).as("rows as in program/target/metrics.md").contains(table);
  }

  private static String row(Metric metric) {
    String labels =
        metric.labels().isEmpty()
            ? ""
            : metric.labels().stream().map(l -> "`" + l + "`").collect(Collectors.joining(" "));
    String type = metric.type().name().toLowerCase(Locale.ROOT);
    return "| `%s` | %s | %s | %s |".formatted(metric.title(), type, labels, metric.help());
  }

  @ParameterizedTest
  @EnumSource(Word.class)
  void explainsEveryWordOfHealth(Word word) throws IOException {
    assertThat(read("monitoring.md")).contains("| `" + word.word() + "` |");
  }

  @Test
  void theDashboardAsksOnlyForWhatThereIs() throws IOException {
    Set<String> series = new HashSet<>();
    for (Metric metric : Metric.values()) {
      List<String> ends =
          metric.type() == Metric.Type.HISTOGRAM
              ? List.of("_bucket", "_sum", "_count")
              : List.of("");
      ends.forEach(end -> series.add(metric.title() + end));
    }
    List<String> expressions = expressions();
    assertThat(expressions).hasSizeGreaterThan(20);
    for (String expression : expressions) {
      Set<String> named = all(NAME, expression, 0);
      assertThat(named).as(expression).isNotEmpty().isSubsetOf(series);
      Set<String> labels = all(MATCHER, expression, 1);
      all(BY, expression, 1).forEach(list -> labels.addAll(List.of(list.split(", *"))));
      labels.removeAll(OF_PROMETHEUS);
      assertThat(labels).as(expression).isSubsetOf(labelsOf(named));
    }
  }

  @Test
  void theDashboardShowsEveryMetricThatAnOperatorActsOn() throws IOException {
    String all = String.join("\n", expressions());
    for (Metric metric : Metric.values()) {
      if (!IN_NUMBERS_ONLY.contains(metric)) {
        assertThat(all).contains(metric.title());
      }
    }
  }

  private static final Set<Metric> IN_NUMBERS_ONLY =
      Set.of(
          Metric.EVENTS,
          Metric.LAG,
          Metric.COMMIT_BYTES,
          Metric.LEDGER_POSITION,
          Metric.JUNK_DROPPED,
          Metric.ATTEMPT,
          Metric.SELF_PING,
          Metric.CLOCK_SKEW,
          Metric.TURNED_AWAY,
          Metric.START_TIME,
          Metric.INFO);

  private static Set<String> labelsOf(Set<String> named) {
    return Arrays.stream(Metric.values())
        .filter(metric -> named.stream().anyMatch(name -> name.startsWith(metric.title())))
        .flatMap(metric -> metric.labels().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> all(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(r -> r.group(group)).collect(Collectors.toSet());
  }

  /** Of all panels and of the variables at the head. */
  private static List<String> expressions() throws IOException {
    JsonNode board = new JsonMapper().readTree(read("grafana/webhook-inspector.json"));
    Stream<String> panels =
        board.path("panels").values().stream()
            .flatMap(panel -> panel.path("targets").values().stream())
            .map(target -> target.path("expr").asString());
    Stream<String> variables =
        board.path("templating").path("list").values().stream()
            .map(variable -> variable.path("query").path("query").asString(""))
            .filter(query -> !query.isEmpty());
    return Stream.concat(panels, variables).toList();
  }
}
