package webhookinspector.feed.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.event.Ref;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.HostileText;

class PlainViewTest {

  @ParameterizedTest
  @CsvSource({
    "60,  false, false, plain-60",
    "100, false, false, plain-100",
    "200, false, false, plain-200",
    "100, true,  false, color-100",
    "60,  true,  false, color-60",
    "100, false, true,  ascii-100"
  })
  void showsOneOfEverythingAsInTheGoldenText(int width, boolean color, boolean ascii, String name)
      throws IOException {
    String shown = new Stage(width, color, ascii).play().shown().replace('\u001b', '␛');
    Path actual = Path.of(System.getProperty("java.io.tmpdir"), name + ".txt");
    Files.writeString(actual, shown);
    assertThat(shown).as("if the change is meant, keep " + actual).isEqualTo(golden(name));
  }

  private static String golden(String name) throws IOException {
    try (InputStream text = PlainViewTest.class.getResourceAsStream(name + ".txt")) {
      return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static IntStream widths() {
    return IntStream.rangeClosed(60, 200);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void neverWritesMoreColumnsThanThereAre(int width) {
    assertThat(Stage.ofWidth(width).play().shown().lines().skip(1))
        .filteredOn(line -> !line.contains("http://127") && !line.contains(" shown: "))
        .filteredOn(line -> !line.contains("show NO."))
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(width));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 40, 59, 10_000})
  void bearsAnyWidth(int width) {
    assertThat(Stage.ofWidth(width).play().shown()).contains("Ann completed", "#14", "200");
  }

  @Test
  void namesTheZoneOnTheFirstLineWhateverComesFirst() {
    var stage = Stage.ofWidth(100);
    stage.view.told(new Line.OfState(Examples.NOON, new State.Starting("")));
    assertThat(stage.shown().lines().findFirst().orElseThrow())
        .contains("times in Europe/Berlin (UTC+02:00)");

    var paper = new StringWriter();
    var utc =
        new Look(
            () -> 100, ZoneOffset.UTC, InstantSource.fixed(Examples.NOON), Palette.NONE, false);
    new PlainView(new PrintWriter(paper), utc).open(Examples.opening());
    assertThat(paper.toString().lines().findFirst().orElseThrow()).endsWith("times in UTC");
  }

  @ParameterizedTest
  @MethodSource("webhookinspector.inspection.HostileText#all")
  void letsNoPayloadSteerTheTerminalOrForgeARow(String hostile) {
    var stage = Stage.ofWidth(100);
    stage.tell(Examples.delivery(1, Examples.event(hostile, 0)));
    stage.tell(Examples.delivery(2, Examples.event(hostile, 0), Examples.event(hostile, 0)));
    stage.view.told(new Line.OfAlert(Examples.NOON, hostile, "topic", hostile));
    stage.view.told(new Line.OfGap(Examples.gap(hostile)));
    stage.view.told(
        new Line.OfAttempt(
            Examples.NOON, hostile, hostile, null, 1, hostile, "replay", hostile, null));
    stage.view.told(new Line.OfState(Examples.NOON, new State.Degraded(hostile)));
    assertThat(HostileText.isHarmless(stage.shown().replace("\n", ""))).isTrue();
    assertThat(stage.shown().lines().filter(line -> line.matches("\\d\\d:.*")))
        .as("rows that begin with a time")
        .hasSize(6);
  }

  @Test
  void writesNothingButAsciiWhereThatIsWanted() {
    assertThat(new Stage(100, false, true).play().shown().chars()).allMatch(c -> c < 0x7f);
  }

  @Test
  void writesNoEscapeSequenceWithoutColour() {
    assertThat(Stage.ofWidth(100).play().shown()).doesNotContain("\u001b");
  }

  @Test
  void limitsWhatAStrangerCanWriteOnTheScreen() {
    var stage = Stage.ofWidth(100);
    EventLine[] many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Examples.event("buy now " + i, 0))
            .toArray(EventLine[]::new);
    stage.tell(Examples.line(1, "delivery", "events", "forged", null, many));
    assertThat(stage.shown()).contains("and 997 more: inspector show 1");
    assertThat(stage.shown().lines().count()).isLessThan(10);
  }

  @Test
  void showsATaleThatIsJudgedAgainAsWhatItIsNow() {
    var stage = Stage.ofWidth(100);
    stage.tell(Examples.line(1, "delivery", "heartbeat", "nosecret", null));
    stage.tell(Examples.line(1, "delivery", "heartbeat", "authentic", null));
    stage.view.close();
    assertThat(stage.shown())
        .contains(
            "? no secret", "♥ heartbeat", "judged again: signed with", "1 shown: 1 heartbeat");
  }

  @Test
  void saysAStateOnce() {
    var stage = Stage.ofWidth(100);
    for (int i = 0; i < 3; i++) {
      stage.view.told(new Line.OfState(Examples.NOON, new State.Live("all is well")));
    }
    assertThat(stage.shown()).containsOnlyOnce("all is well");
  }

  @Test
  void neverShowsANegativeLag() {
    var stage = Stage.ofWidth(100);
    stage.tell(Examples.delivery(1, Examples.event("from a fast clock", -5_000)));
    assertThat(stage.shown()).contains(" 0 ms ").doesNotContain("-5");
  }

  @Test
  void bearsEventsThatLackEverything() {
    var stage = Stage.ofWidth(100);
    var bare = new EventLine("", new Ref("1", null, null, null), null, null, null, null, "");
    stage.tell(Examples.delivery(1, bare, bare));
    stage.tell(Examples.delivery(2, bare));
    assertThat(stage.shown()).contains("2 events: something ×2");
  }

  @Test
  void saysThatNothingArrived() {
    var stage = Stage.ofWidth(100);
    stage.view.open(Examples.opening());
    stage.view.close();
    stage.view.close();
    assertThat(stage.shown()).containsOnlyOnce("Nothing arrived.");
  }

  @Test
  void drawsALineBetweenTwoDaysOfTheReadersZone() {
    var stage = Stage.ofWidth(100);
    stage.view.told(new Line.OfAlert(Instant.parse("2026-06-12T21:59:00Z"), null, "t", "late"));
    stage.view.told(new Line.OfAlert(Instant.parse("2026-06-12T22:01:00Z"), null, "t", "early"));
    assertThat(stage.shown().lines().map(String::strip).toList())
        .containsSubsequence(List.of("── Saturday 13 June 2026"));
  }
}
