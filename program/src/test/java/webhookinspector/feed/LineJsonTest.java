package webhookinspector.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.HostileText;

class LineJsonTest {

  @Test
  void writesADeliveryAsTheContractSays() {
    assertThat(LineJson.write(Examples.told(Examples.completed(1))))
        .isEqualTo(
            """
            {"type":"delivery","id":"01J9ZZZZZZ0000000000000001","position":1,"inbox":"build-board",\
            "webhook":"1200000000000900","source":"webhook","receivedAt":"2026-06-12T12:00:01.318Z",\
            "kind":"events","verdict":"authentic",\
            "because":"signed with this inbox's secret (0f1e2d3c4b5a)","size":333,\
            "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",\
            "answer":200,"repeatOf":null,"pinned":false,"note":null,"echoes":0,"clicks":[1],\
            "events":[{"action":"changed",\
            "resource":{"gid":"1200000000000555","resourceType":"task",\
            "resourceSubtype":"default_task","name":null},"parent":null,\
            "user":{"gid":"1200000000000007","resourceType":"user","resourceSubtype":null,"name":null},\
            "field":"completed","createdAt":"2026-06-12T11:59:59.218Z",\
            "sentence":"Ann completed “Fix login”","fingerprint":null,"alsoPolled":null,\
            "echoOf":null}]}""");
  }

  @Test
  void writesTheReadyLineAsTheContractSays() {
    assertThat(LineJson.write(Examples.opening().ready()))
        .isEqualTo(
            """
            {"type":"ready","receiver":"http://127.0.0.1:8090","admin":"http://127.0.0.1:8091",\
            "login":"http://127.0.0.1:8091/?key=abcdefghijklmnopqrstuvwxyz","public":null,"pid":123}""");
    var tunnelled =
        new Opening.Ready(
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:2"),
            URI.create("http://127.0.0.1:2/?key=k"),
            URI.create("https://inspector.example.net"),
            7);
    assertThat(LineJson.write(tunnelled)).contains("\"public\":\"https://inspector.example.net\"");
  }

  @Test
  void writesTheOtherTypesAsTheContractSays() {
    assertThat(LineJson.write(new Line.OfAlert(Examples.NOON, null, "disk-full", "no room left")))
        .isEqualTo(
            """
            {"type":"alert","at":"2026-06-12T12:00:00.318Z","inbox":null,"topic":"disk-full",\
            "level":"warn","message":"no room left"}""");
    assertThat(LineJson.write(new Line.OfState(Examples.NOON, new State.WaitingForHandshake("x"))))
        .isEqualTo(
            """
            {"type":"state","at":"2026-06-12T12:00:00.318Z","state":"WAITING FOR HANDSHAKE",\
            "detail":"x"}""");
    assertThat(LineJson.write(new Line.OfGap(Examples.gap("nobody asked"))))
        .isEqualTo(
            """
            {"type":"gap","id":"01J9ZZZZZZ0000000000000012","at":"2026-06-12T12:00:12.318Z",\
            "topic":"stream-expired","inbox":null,"resource":"1200",\
            "from":"2026-06-12T11:59:00.318Z","to":null,"cause":"nobody asked"}""");
    assertThat(
            LineJson.write(
                new Line.OfAttempt(
                    Examples.NOON,
                    "01J9",
                    "http://localhost:3000",
                    204,
                    12,
                    null,
                    "replay",
                    "01J9",
                    null)))
        .isEqualTo(
            """
            {"type":"attempt","at":"2026-06-12T12:00:00.318Z","delivery":"01J9",\
            "target":"http://localhost:3000","status":204,"millis":12,"because":null,\
            "source":"replay","marker":"01J9","replay":null,"answerBody":null}""");
  }

  static Stream<Line> everyType() {
    Instant at = Examples.NOON;
    return Stream.of(
        Examples.told(Examples.completed(1)),
        Examples.told(Examples.handshake(2)),
        Examples.told(Examples.heartbeat(3).repeating(Examples.id(1))),
        Examples.told(
            Examples.delivery(
                4, new EventLine("", new Ref("1", null, null, "x"), null, null, null, null, ""))),
        Examples.told(Examples.delivery(5, known())),
        new Line.OfAlert(at, "a", "topic", "message"),
        new Line.OfState(at, new State.Starting("")),
        new Line.OfState(at, new State.WaitingForHandshake("a")),
        new Line.OfState(at, new State.Live("b")),
        new Line.OfState(at, new State.Degraded("c")),
        new Line.OfState(at, new State.Failed("d")),
        new Line.OfGap(Examples.gap("cause")),
        new Line.OfGap(new Gap("x", at, "t", new InboxName("a"), null, null, at, "")),
        new Line.OfAttempt(
            at, "id", "http://x", null, 10_000, "timed out", "replay", "id; edited", "01K", "<b>"),
        new Line.OfReplay(
            new ReplayLine(
                "01K",
                at,
                "http://x",
                "failed",
                9,
                1,
                3,
                2,
                4_000,
                12,
                7,
                new ReplayLine.Times(0.8, 2.1, 6),
                List.of(new ReplayLine.Answers(null, 1, new ReplayLine.Times(1, 2, 3))),
                "nobody is there")));
  }

  private static EventLine known() {
    Ref task = Ref.of("1", "task");
    return new EventLine(
        "added", task, null, null, null, Examples.NOON, "x", "0f1e2d3c4b5a6978", Examples.id(4));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void readsBackWhatItWrote(Line line) {
    assertThat(LineReader.read(LineJson.write(line))).isEqualTo(line);
  }

  @ParameterizedTest
  @MethodSource("webhookinspector.inspection.HostileText#all")
  void staysOneHarmlessLineWhateverANameHolds(String hostile) {
    var line = Examples.told(Examples.delivery(1, Examples.event(hostile, 0)));
    String json = LineJson.write(line);
    assertThat(HostileText.isHarmless(json)).as(json).isTrue();
    assertThat(LineReader.read(json)).as("nothing is lost").isEqualTo(line);
  }

  @Test
  void refusesWhatIsNoLineOfOurs() {
    assertThatThrownBy(() -> LineReader.read("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line: not JSON");
    assertThatThrownBy(() -> LineReader.read("{\"type\":\"novelty\"}"))
        .hasMessageStartingWith("type: novelty");
    assertThatThrownBy(() -> LineReader.read("{\"type\":\"alert\",\"at\":\"soon\"}"))
        .hasMessageStartingWith("at: soon");
    assertThatThrownBy(() -> LineReader.read("[]")).hasMessageStartingWith("type: nothing");
  }
}
