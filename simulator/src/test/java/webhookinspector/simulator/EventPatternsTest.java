package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

/** Which events each doing of a person causes; see section 5.2 of the protocol reference. */
class EventPatternsTest {

  private final Receiver receiver = new Receiver();
  private final Simulator simulator =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T08:30:00Z")));
  private final Asana asana = new Asana(simulator);
  private final Ref project = simulator.project();
  private final Ref task = simulator.changes().createTask(project, "Fix login");

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
  }

  /** Each event as {@code type/subtype action field change.action value parent}. */
  private List<String> causedAt(Ref watched, String filters, Consumer<Changes> doing) {
    asana.createWebhook(watched, receiver.target(), filters);
    int before = receiver.events().size();
    doing.accept(simulator.changes());
    simulator.advance(Duration.ofSeconds(2));
    List<Event> events = receiver.events();
    return events.subList(before, events.size()).stream().map(EventPatternsTest::line).toList();
  }

  private List<String> caused(Consumer<Changes> doing) {
    return causedAt(project, "[]", doing);
  }

  private static String line(Event event) {
    var line = new StringBuilder(event.resource().type().orElse("?"));
    event.resource().subtype().ifPresent(subtype -> line.append('/').append(subtype));
    line.append(' ').append(event.action());
    if (event.change() != null) {
      line.append(' ').append(event.change().field()).append(' ').append(event.change().action());
      for (Ref value :
          new Ref[] {
            event.change().newValue(), event.change().addedValue(), event.change().removedValue()
          }) {
        if (value != null) {
          line.append(" =").append(value.type().orElse("?"));
        }
      }
    }
    if (event.parent() != null) {
      line.append(" in ").append(event.parent().type().orElse("?"));
    }
    return line.toString();
  }

  @Test
  void renaming() {
    assertThat(caused(c -> c.rename(task, "Fix the login")))
        .containsExactly("task/default_task changed name changed");
    assertThat(caused(c -> c.rename(task, "Fix the login"))).as("no change").isEmpty();
  }

  @Test
  void completing() {
    assertThat(caused(c -> c.complete(task)))
        .containsExactly(
            "task/default_task changed completed changed",
            "task/default_task changed completed_at changed",
            "story/marked_complete added in task");
    assertThat(receiver.events())
        .filteredOn(event -> event.change() != null)
        .extracting(Event::createdAt)
        .containsOnly(receiver.events().getLast().createdAt());
  }

  @Test
  void assigningAndUnassigning() {
    assertThat(caused(c -> c.assign(task, simulator.people().get(1))))
        .containsExactly("task/default_task changed assignee changed =user");
    assertThat(caused(c -> c.unassign(task)))
        .containsExactly("task/default_task changed assignee changed");
  }

  @Test
  void collaborating() {
    assertThat(caused(c -> c.follow(task, simulator.people().get(1))))
        .containsExactly("task/default_task changed followers added =user");
  }

  @Test
  void commenting() {
    assertThat(caused(c -> c.comment(task, "Looks good")))
        .containsExactly("story/comment_added added in task");
  }

  @Test
  void moving() {
    Ref doing = simulator.changes().sections(project).get(1);
    assertThat(caused(c -> c.move(task, doing)))
        .containsExactly(
            "task/default_task removed in section",
            "task/default_task added in section",
            "story/section_changed added in task");
  }

  @Test
  void deletingAndRestoring() {
    assertThat(caused(c -> c.delete(task))).containsExactly("task/default_task deleted");
    assertThat(caused(c -> c.undelete(task))).containsExactly("task/default_task undeleted");
  }

  @Test
  void subtasksAndTheirStoriesRiseToTheProject() {
    assertThat(
            caused(
                c -> {
                  Ref part = c.createSubtask(task, "Ask Ann");
                  c.comment(c.createSubtask(part, "Find her"), "Found");
                }))
        .containsExactly(
            "task/default_task added in task",
            "task/default_task added in task",
            "story/comment_added added in task");
  }

  @Test
  void aTaskInTwoProjectsIsToldToBoth() {
    Ref website = simulator.changes().createProject("Website");
    simulator.changes().add(task, website);
    asana.createWebhook(website, java.net.URI.create(receiver.target() + "&second"));
    assertThat(caused(c -> c.rename(task, "Fix the login")))
        .containsExactly(
            "task/default_task changed name changed", "task/default_task changed name changed");
    assertThat(receiver.deliveries()).hasSize(4); // two first heartbeats
  }

  @Test
  void aTaskWatchedAloneIsToldOfItsStories() {
    assertThat(causedAt(task, "[]", c -> c.comment(task, "Looks good"))).hasSize(1);
  }

  @Test
  void workspacesLearnOfProjectsButNeverOfTasks() {
    List<String> caused =
        causedAt(
            simulator.workspace(),
            "[{\"resource_type\":\"project\"},{\"resource_type\":\"workspace_membership\"}]",
            c -> {
              Ref website = c.createProject("Website");
              c.createTask(website, "Write");
              c.rename(website, "Web site");
            });
    assertThat(caused).containsExactly("project added in team", "project changed name changed");
  }

  @Test
  void portfoliosLearnOfTheirProjects() {
    String gid = asana.post("/portfolios", "{\"name\":\"Bets\"}").text("gid");
    List<String> caused =
        causedAt(
            Ref.of(gid, "portfolio"),
            "[{\"resource_type\":\"project\"}]",
            c -> {
              asana.post("/portfolios/" + gid + "/addItem", "{\"item\":\"" + project.gid() + "\"}");
              c.rename(project, "Board");
              asana.post(
                  "/portfolios/" + gid + "/removeItem", "{\"item\":\"" + project.gid() + "\"}");
            });
    assertThat(caused)
        .containsExactly(
            "project added in portfolio",
            "project changed name changed",
            "project removed in portfolio");
  }

  @Test
  void teamsLearnOfTheirMembers() {
    String team = asana.post("/teams", "{\"name\":\"Design\"}").text("gid");
    String ben = simulator.people().get(1).gid();
    List<String> caused =
        causedAt(
            Ref.of(team, "team"),
            "[{\"resource_type\":\"team_membership\"}]",
            c -> {
              asana.post("/teams/" + team + "/addUser", "{\"user\":\"" + ben + "\"}");
              asana.post("/teams/" + team + "/removeUser", "{\"user\":\"" + ben + "\"}");
            });
    assertThat(caused)
        .containsExactly("team_membership added in team", "team_membership removed in team");
  }
}
