package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Filter;

/** Our client and our Asana, held against the API description of the real one. */
class AsanaContractTest {

  @Test
  void everyCallAndReplyIsAsTheApiDescriptionSays() throws IOException {
    Contract contract = Contract.withAsana().orElse(null);
    if (contract == null) {
      String message = "asana.oas: " + Contract.DESCRIPTION + " is missing, so this is skipped";
      System.out.println(message);
      Assumptions.abort(message);
      return;
    }
    var settings =
        SimulatorSettings.DEFAULTS
            .stoppedAt(Instant.parse("2026-06-12T08:30:00Z"))
            .withDeletionAfter(Duration.ofDays(2));
    HttpServer receiver = EchoReceiver.start(503);
    try (var simulator = Simulator.start(settings)) {
      simulator.onCall(contract::check);
      callAsOurClientDoes(simulator, URI.create(EchoReceiver.target(receiver)));
      callAsAnybodyMight(simulator);
    } finally {
      receiver.stop(0);
    }
    System.out.println("held against the API description: " + contract.operations());
    assertThat(contract.violations()).isEmpty();
    assertThat(contract.unused()).as("deviations that never came up").isEmpty();
    assertThat(contract.operations()).hasSizeGreaterThanOrEqualTo(20);
  }

  private static void callAsOurClientDoes(Simulator simulator, URI target) {
    Asana asana =
        new HttpAsana(
            AsanaSettings.of(simulator.api(), simulator::token, true),
            InstantSource.system(),
            new SplittableRandom(1));
    asana.me();
    String workspace = asana.workspaces().getFirst().gid();
    Ref project = asana.projects(workspace).getFirst();
    Ref task = simulator.changes().createTask(project, "Fix login");
    asana.resource(task.gid());
    asana.workspaceOf(project);
    asana.name(task);
    var filters = List.of(Filter.parse("resource_type=task,action=changed,fields=due_on+assignee"));
    String gid = asana.create(project.gid(), target, filters).webhook().gid();
    refused(() -> asana.create(project.gid(), target, filters));
    refused(() -> asana.create(project.gid(), URI.create("http://127.0.0.1:1/"), List.of()));
    refused(() -> asana.webhook("12"));
    simulator.changes().dueOn(task, "2026-06-30");
    simulator.advance(Duration.ofHours(3)); // fails all the time
    asana.webhook(gid);
    asana.webhooks(workspace, null);
    asana.webhooks(workspace, project.gid());
    asana.update(gid, List.of());
    asana.delete(gid);
  }

  private static void refused(Runnable call) {
    try {
      call.run();
    } catch (AsanaRefused e) {
      return;
    }
    throw new AssertionError("expected a refusal");
  }

  private static void callAsAnybodyMight(Simulator simulator) {
    try (var http = HttpClient.newHttpClient()) {
      String project = simulator.project().gid();
      Ref task = simulator.changes().createTask(simulator.project(), "Review search");
      String first = get(http, simulator, "/events?resource=" + project);
      String sync = first.replaceAll(".*\"sync\":\"([^\"]+)\".*", "$1");
      simulator.changes().assign(task, simulator.people().get(1));
      simulator.changes().complete(task);
      simulator.changes().comment(task, "Done");
      simulator.changes().delete(task);
      get(http, simulator, "/events?resource=" + project + "&sync=" + sync);
      get(
          http,
          simulator,
          "/events?opt_fields=action,user.name&resource=" + project + "&sync=" + sync);
      simulator.team().make(300);
      for (Ref each : simulator.changes().tasks(simulator.project())) {
        get(http, simulator, "/tasks/" + each.gid());
        get(http, simulator, "/tasks/" + each.gid() + "?opt_fields=name,assignee.name,memberships");
      }
      get(http, simulator, "/projects/" + project);
      get(http, simulator, "/projects?limit=1&workspace=" + simulator.workspace().gid());
      for (String unknown : List.of("/projects/12", "/tasks/12", "/users/12")) {
        get(http, simulator, unknown);
      }
      get(http, simulator, "/events?resource=12");
      get(http, simulator, "/workspaces?limit=1&opt_fields=name,is_organization");
      get(http, simulator, "/users/me?opt_fields=email,workspaces.name");
      get(http, simulator, "/webhooks?workspace=12");
    }
  }

  private static String get(HttpClient http, Simulator simulator, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(simulator.api() + path))
            .header("Authorization", "Bearer " + simulator.token())
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
