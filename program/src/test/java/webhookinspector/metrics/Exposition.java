package webhookinspector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format of Prometheus 0.0.4 as strictly as {@code promtool check metrics}: help and
 * type once and before the samples, families in one piece, no series twice, histograms that add up.
 */
public final class Exposition {

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"(?:,|$)");

  /** One series' value. */
  public record Sample(String name, Map<String, String> labels, double value) {}

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> helps = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  private Exposition() {}

  /** Reads and checks. */
  public static Exposition parse(String text) {
    var exposition = new Exposition();
    assertThat(text).endsWith("\n").doesNotContain("\r");
    String family = "";
    Set<String> ended = new HashSet<>();
    for (String line : text.lines().toList()) {
      String of = exposition.read(line, family);
      if (!of.equals(family)) {
        assertThat(ended.add(of)).as("%s comes in one piece", of).isTrue();
        family = of;
      }
    }
    exposition.check();
    return exposition;
  }

  private String read(String line, String family) {
    if (line.startsWith("# HELP ")) {
      String[] words = line.split(" ", 4);
      assertThat(words).as(line).hasSize(4);
      assertThat(helps.put(words[2], words[3])).as("one help: %s", line).isNull();
      return words[2];
    }
    if (line.startsWith("# TYPE ")) {
      String[] words = line.split(" ", -1);
      assertThat(helps).as("help before type: %s", line).containsKey(words[2]);
      assertThat(types.put(words[2], words[3])).as("one type: %s", line).isNull();
      return words[2];
    }
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as("a sample: %s", line).isTrue();
    String name = sample.group(1);
    samples.add(new Sample(name, labels(sample.group(2)), value(sample.group(3))));
    assertThat(name).as("belongs to %s", family).startsWith(family);
    return family;
  }

  private static Map<String, String> labels(String text) {
    var labels = new LinkedHashMap<String, String>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    int end = 0;
    while (label.find()) {
      assertThat(label.start()).as(text).isEqualTo(end);
      assertThat(labels.put(label.group(1), label.group(2))).as(text).isNull();
      end = label.end();
    }
    assertThat(end).as("labels: %s", text).isEqualTo(text == null ? 0 : text.length());
    return labels;
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }

  private void check() {
    assertThat(types.keySet()).isEqualTo(helps.keySet());
    Set<String> series = new HashSet<>();
    for (Sample sample : samples) {
      assertThat(series.add(sample.name() + new TreeMap<>(sample.labels())))
          .as("%s once", sample)
          .isTrue();
    }
    types.forEach(
        (name, type) -> {
          assertThat(helps.get(name)).isNotBlank();
          switch (type) {
            case "counter" -> assertThat(name).endsWith("_total");
            case "gauge" -> assertThat(name).doesNotEndWith("_total").doesNotEndWith("_count");
            case "histogram" -> checkHistogram(name);
            default -> throw new AssertionError(type);
          }
        });
  }

  private void checkHistogram(String name) {
    Map<Map<String, String>, List<Sample>> buckets = new LinkedHashMap<>();
    for (Sample sample : series(name + "_bucket")) {
      var rest = new LinkedHashMap<>(sample.labels());
      rest.remove("le");
      buckets.computeIfAbsent(rest, _ -> new ArrayList<>()).add(sample);
    }
    buckets.forEach(
        (labels, list) -> {
          assertThat(list).extracting(Sample::value).as(name).isSorted();
          assertThat(list)
              .extracting(sample -> value(Objects.requireNonNull(sample.labels().get("le"))))
              .as(name)
              .isSorted()
              .doesNotHaveDuplicates()
              .endsWith(Double.POSITIVE_INFINITY);
          assertThat(value(name + "_count", labels)).isEqualTo(list.getLast().value());
          assertThat(value(name + "_sum", labels)).isNotNaN();
        });
  }

  /** The names of the families, in their order. */
  public Set<String> families() {
    return types.keySet();
  }

  /** What kind a family is. */
  public String type(String family) {
    return Objects.requireNonNull(types.get(family), family);
  }

  /** All series of that name. */
  public List<Sample> series(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /** The value of one series. */
  public double value(String name, Map<String, String> labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name) && sample.labels().equals(labels))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + labels + " in " + series(name)))
        .value();
  }
}
