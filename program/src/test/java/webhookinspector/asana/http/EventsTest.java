package webhookinspector.asana.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.asana.EventsPage;
import webhookinspector.delivery.Body;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

class EventsTest {

  @Test
  void beginsWithATokenAndNoEvents() {
    try (Simulator simulator = Simulator.start(SimulatorSettings.DEFAULTS)) {
      EventsPage first = asana(simulator).events(simulator.project().gid(), null);
      assertThat(first.fresh()).isTrue();
      assertThat(first.events()).isEmpty();
      assertThat(first.sync()).isNotEmpty();
    }
  }

  @Test
  void readsWhatHappenedSinceTheToken() {
    try (Simulator simulator = Simulator.start(SimulatorSettings.DEFAULTS)) {
      HttpAsana asana = asana(simulator);
      String project = simulator.project().gid();
      EventsPage first = asana.events(project, null);
      Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
      EventsPage page = asana.events(project, first.sync());
      assertThat(page.fresh()).isFalse();
      assertThat(page.events())
          .isNotEmpty()
          .allSatisfy(event -> assertThat(event.resource().gid()).isEqualTo(task.gid()));
      Event added = page.events().getFirst();
      assertThat(added.action()).isEqualTo("added");
      assertThat(added.resource().name()).isEqualTo("Fix login");
      assertThat(added.createdAt()).isNotNull();
      assertThat(asana.events(project, first.sync()).events())
          .as("the same token again")
          .isEqualTo(page.events());
      assertThat(asana.events(project, page.sync()).events()).isEmpty();
    }
  }

  @Test
  void readsMoreThanAHundredInPages() {
    try (Simulator simulator = Simulator.start(SimulatorSettings.DEFAULTS)) {
      HttpAsana asana = asana(simulator);
      String project = simulator.project().gid();
      String sync = asana.events(project, null).sync();
      for (int i = 0; i < 120; i++) {
        simulator.changes().createTask(simulator.project(), "Task " + i);
      }
      EventsPage page = asana.events(project, sync);
      assertThat(page.events()).hasSize(100);
      assertThat(page.hasMore()).isTrue();
      assertThat(asana.events(project, page.sync()).events()).isNotEmpty();
    }
  }

  @Test
  void saysThatTheStreamBeginsAnewWhenTheTokenHasExpired() {
    try (Simulator simulator = Simulator.start(SimulatorSettings.DEFAULTS)) {
      EventsPage page = asana(simulator).events(simulator.project().gid(), "0123456789abcdef:0");
      assertThat(page.fresh()).isTrue();
      assertThat(page.sync()).isNotEqualTo("0123456789abcdef:0");
    }
  }

  @Test
  void toleratesEventsThatLackAlmostEverything() throws Exception {
    String odd =
        """
        {"data":[{"resource":{"gid":"1"}},{"action":"added"},7,
                 {"type":"task","resource":{"gid":2},"user":null,"parent":null,"change":"x"}],
         "sync":"s","has_more":"no"}""";
    try (OddServer server = OddServer.answering(Manner.json(200, odd))) {
      List<Event> events = asana(server).events("1", "s").events();
      assertThat(events)
          .containsExactly(
              new Event("", new Ref("1", null, null, null), null, null, null, null),
              new Event("", new Ref("2", "task", null, null), null, null, null, null));
    }
  }

  @Test
  void keepsTheBytesOfTheAnswer() throws Exception {
    String odd = "{ \"sync\" : \"s\",\n\"data\":[],\"new\": \"\\u00e9\" }";
    try (OddServer server = OddServer.answering(Manner.json(200, odd))) {
      assertThat(asana(server).events("1", "s").body()).isEqualTo(Body.of(odd));
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isAskedOnceAndWaitsForNothing(Manner failure, Class<?> exception) throws Exception {
    var clock = new JumpingClock();
    try (OddServer server = OddServer.answering(failure)) {
      assertThatThrownBy(() -> asana(server, clock).events("1", "s")).isInstanceOf(exception);
      assertThat(server.seen()).hasSize(1);
      assertThat(clock.slept()).isEmpty();
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(Manner.tooMany("17"), AsanaRefused.class),
        Arguments.of(Manner.SERVER_ERROR, AsanaUnreachable.class),
        Arguments.of(Manner.LOGIN_PAGE, AsanaUnreachable.class));
  }

  @Test
  void tellsUntilWhenAsanaWantsNothing() throws Exception {
    var clock = new JumpingClock();
    try (OddServer server =
        OddServer.answering(Manner.tooMany("17"), Manner.json(200, "{\"sync\":\"t\"}"))) {
      HttpAsana asana = asana(server, clock);
      assertThat(asana.closedUntil()).isEmpty();
      assertThatThrownBy(() -> asana.events("1", "s")).isInstanceOf(AsanaRefused.class);
      assertThat(asana.closedUntil()).contains(clock.instant().plusSeconds(17));
      assertThatThrownBy(() -> asana.events("1", "s")).hasMessageContaining("nothing is sent");
      assertThat(server.seen()).hasSize(1);
      clock.sleep(Duration.ofSeconds(17));
      assertThat(asana.closedUntil()).isEmpty();
      assertThat(asana.events("1", "s").sync()).isEqualTo("t");
    }
  }

  @Test
  void doesNotGoOnWithoutAToken() throws Exception {
    try (OddServer server = OddServer.answering(Manner.json(200, "{\"data\":[]}"))) {
      assertThatThrownBy(() -> asana(server).events("1", "s"))
          .isInstanceOf(AsanaUnreachable.class)
          .hasMessageContaining("the answer has no sync");
    }
    try (OddServer server = OddServer.answering(Manner.error(412, "no token here"))) {
      assertThatThrownBy(() -> asana(server).events("1", "s")).isInstanceOf(AsanaRefused.class);
    }
  }

  private static HttpAsana asana(Simulator simulator) {
    var settings = AsanaSettings.of(simulator.api(), simulator::token, false);
    return new HttpAsana(settings, InstantSource.system(), new Random(1));
  }

  private static HttpAsana asana(OddServer server) {
    return asana(server, new JumpingClock());
  }

  private static HttpAsana asana(OddServer server, JumpingClock clock) {
    var settings = AsanaSettings.of(server.base(), () -> "token-for-tests", false);
    return new HttpAsana(settings, clock, new Random(1), clock);
  }
}
