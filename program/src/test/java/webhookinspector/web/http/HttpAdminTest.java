package webhookinspector.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.imports.FileForm;
import webhookinspector.imports.ImportReport;
import webhookinspector.retention.Policy;
import webhookinspector.subscription.Filter;
import webhookinspector.trust.Secret;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminSettings;
import webhookinspector.web.AnswersNow;
import webhookinspector.web.MemoryAdmin;
import webhookinspector.web.NewExport;
import webhookinspector.web.NewImport;
import webhookinspector.web.NewPruning;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;
import webhookinspector.web.Upload;
import webhookinspector.web.jetty.JettyAdmin;

/** The client against the server: the answers through the port are those of the admin behind it. */
class HttpAdminTest {

  private static final AdminKey KEY = AdminKey.random(new Random(1));

  private final MemoryAdmin there = new MemoryAdmin();
  private JettyAdmin port = open(0);
  private final HttpAdmin here = new HttpAdmin(port.address(), KEY);

  private JettyAdmin open(int number) {
    return JettyAdmin.start(AdminSettings.loopback(number), there, KEY, new Random(2));
  }

  @AfterEach
  void close() {
    here.close();
    port.close();
  }

  @Test
  void givesTheSameDeliveries() {
    for (int i = 1; i <= 60; i++) {
      there.add(Examples.completed(i));
    }
    there.add(Examples.heartbeat(61));
    for (Search search :
        List.of(
            Search.newest(1),
            Search.newest(1_000),
            new Search("kind=heartbeat", null, null, 50),
            new Search("", 10L, 20L, 50),
            new Search("", 0L, null, 5))) {
      assertThat(here.deliveries(search)).isEqualTo(there.deliveries(search)).isNotEmpty();
      assertThat(here.finding().search(search)).isEqualTo(there.finding().search(search));
    }
    assertThat(here.count("", 8L)).isEqualTo(7);
    assertThat(here.delivery(Examples.id(7))).isEqualTo(there.delivery(Examples.id(7)));
    assertThat(here.reconciling().reconcile("12", Duration.ofHours(2), null))
        .isEqualTo(there.reconciling().reconcile("12", Duration.ofHours(2), null));
    assertThat(here.finding().previous(Examples.id(7))).isPresent();
    assertThat(here.finding().previous(Examples.id(1))).isEmpty();
    assertThat(here.finding().difference(Examples.id(7), Examples.id(61)))
        .isEqualTo(there.finding().difference(Examples.id(7), Examples.id(61)));
    assertThat(here.attempts(Examples.id(7), 9)).isEqualTo(there.attempts(Examples.id(7), 9));
  }

  @Test
  void marksDeliveriesThere() {
    there.add(Examples.completed(7));
    var pinned = here.markings().pin("01J9", true);
    var noted = here.markings().note(Examples.id(7), "look “here” /?#%");
    assertThat(pinned.pinned()).isTrue();
    assertThat(noted).isEqualTo(there.delivery("01J9").line());
    assertThat(here.markings().note(Examples.id(7), "").note()).isNull();
    assertThat(here.markings().pin(Examples.id(7), false)).isEqualTo(Examples.completed(7));
    refuses(() -> here.markings().pin("nothing", true), Refusal.Code.NOT_FOUND, "delivery: ");
  }

  @Test
  void exportsFromThereAndSaysWhatCameOfIt() throws IOException {
    there.add(Examples.completed(7));
    var out = new ByteArrayOutputStream();
    var wanted = new NewExport("", ExportFormat.JSONL, true, false);
    assertThat(here.carrying().export(wanted, out))
        .isEqualTo(new ExportReport(1, List.of("delivery x: damaged")));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Examples.id(7) + "\n");
    var breaking = new NewExport("", ExportFormat.HAR, false, true);
    assertThatThrownBy(() -> here.carrying().export(breaking, out)).isInstanceOf(IOException.class);
    refuses(
        () -> here.carrying().export(new NewExport("(", ExportFormat.CSV, false, false), out),
        Refusal.Code.BAD_INPUT,
        "filter");
  }

  @Test
  void importsThereWithAllThatWasAsked() throws IOException {
    var wanted =
        new NewImport(
            FileForm.BODY,
            "ads",
            Examples.NOON,
            List.of("A: b&c", "D: é"),
            Secret.of("canary-12345678"),
            true,
            true,
            7);
    var content = new ByteArrayInputStream(new byte[300_000]);
    assertThat(here.carrying().take(wanted, new Upload.OfStream(content)))
        .isEqualTo(new ImportReport(300_000, 4, 3, 2, List.of("line 1: GET /")));
    assertThat(there.imported).isEqualTo(wanted);
    here.carrying().take(NewImport.PLAIN, new Upload.OfStream(InputStream.nullInputStream()));
    assertThat(there.imported).isEqualTo(NewImport.PLAIN);
  }

  @Test
  void prunesThere() {
    assertThat(here.retaining().now()).isEqualTo(there.retaining().now());
    for (var wanted :
        List.of(
            new NewPruning("kind=junk", new Policy(Duration.ofHours(36), null, null), true),
            new NewPruning("", new Policy(null, 7L, 5_000_000_000L), false))) {
      assertThat(here.retaining().prune(wanted)).isEqualTo(there.retaining().prune(wanted));
    }
  }

  @Test
  void keepsFiltersThere() {
    var filter = here.savedFilters().save("Überfällig + mehr".replace(" +", ""), "field=due_on");
    assertThat(here.savedFilters().all()).containsExactly(filter);
    assertThat(here.savedFilters().named(filter.name())).isEqualTo(filter);
    here.savedFilters().remove(filter.name());
    assertThat(there.savedFilters().all()).isEmpty();
    refuses(() -> here.savedFilters().remove("none"), Refusal.Code.NOT_FOUND, "filter: none");
    refuses(() -> here.savedFilters().save("a+b", ""), Refusal.Code.BAD_INPUT, "name: a+b");
  }

  @Test
  void givesTheSameTimelines() {
    assertThat(here.finding().things("Fix & login?", 5))
        .isEqualTo(there.finding().things("Fix & login?", 5));
    for (String before : new String[] {null, "1718179200000000000.42.0", "-1.1.1"}) {
      assertThat(here.finding().timeline("1200", before, 7))
          .isEqualTo(there.finding().timeline("1200", before, 7));
    }
    refuses(
        () -> here.finding().timeline("1200", "x", 7), Refusal.Code.BAD_INPUT, "before: x (exp");
    refuses(
        () -> here.finding().timeline("a/../b", null, 1), Refusal.Code.BAD_INPUT, "resource: a");
    refuses(() -> here.finding().timeline("1200", null, 0), Refusal.Code.BAD_INPUT, "limit: 0");
  }

  @Test
  void preparesAWebhookThere() {
    assertThat(here.setup().conditions()).isEqualTo(there.setup().conditions()).isNotEmpty();
    assertThat(here.setup().workspaces()).isEqualTo(there.setup().workspaces()).isNotEmpty();
    assertThat(here.setup().meant("1100", "project", "Build b", 5))
        .isEqualTo(there.setup().meant("1100", "project", "Build b", 5))
        .isNotEmpty();
    var odd = new NewWebhook("1200", List.of(Filter.parse("resource_type=task,fields=due_on")));
    assertThat(here.setup().lint(odd)).isEqualTo(there.setup().lint(odd));
    assertThat(here.setup().lint(odd).findings()).isNotEmpty();
  }

  @Test
  void playsWithTheSimulatorThere() {
    var far = here.simulator();
    far.change(7);
    far.addTask("Fix login");
    far.play("late-201");
    far.inject("lost:0.1");
    far.team(0.5);
    far.advance(Duration.ofHours(25));
    assertThat(there.simulator().asked)
        .containsExactly("change 7", "task Fix login", "play late-201");
    assertThat(far.state()).isEqualTo(there.simulator().state());
    far.remove(1);
    assertThatThrownBy(() -> far.remove(1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("fault: 1");
    far.behave();
    assertThatThrownBy(() -> far.advance(Duration.ofDays(31))).hasMessageContaining("30 days");
    assertThatThrownBy(() -> far.team(1_000)).hasMessageContaining("changesPerSecond: 1000");
  }

  @Test
  void answersOnPurposeThere() {
    assertThat(here.answering().now()).isEqualTo(there.answering().now());
    assertThat(here.answering().follow("fail 3, then cut"))
        .isEqualTo(there.answering().now())
        .isEqualTo(new AnswersNow("fail 3, then cut", "500", 3));
    assertThat(here.answering().stop().script()).isNull();
    assertThatThrownBy(() -> here.answering().follow("fail often"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("answer: fail often");
  }

  @Test
  void managesTargetsThere() {
    var added =
        here.forwarding().add("http://localhost:3000/hook", "type=task", List.of("X-Api-Key: abc"));
    assertThat(here.forwarding().targets())
        .isEqualTo(there.forwarding().targets())
        .containsExactly(added);
    assertThat(here.forwarding().pause(1, true)).isEqualTo(there.forwarding().targets().getFirst());
    assertThat(here.forwarding().pause(1, false).state()).isEqualTo("new");
    assertThat(here.forwarding().dead(1, 9)).isEqualTo(there.forwarding().dead(1, 9));
    assertThat(here.forwarding().attempts(1, 9)).isEqualTo(there.forwarding().attempts(1, 9));
    assertThat(here.forwarding().retry(1, null)).isEqualTo(1);
    assertThat(here.forwarding().retry(1, "01J9")).isZero();
    here.forwarding().remove(1);
    assertThat(there.forwarding().targets()).isEmpty();
    assertThatThrownBy(() -> here.forwarding().remove(1)).isInstanceOf(Refusal.class);
  }

  @Test
  void managesWebhooksThere() {
    var filters = List.of(Filter.parse("resource_type=task,action=changed,fields=due_on+name"));
    var created = here.create(new NewWebhook("1200", filters));
    assertThat(created).isEqualTo(there.webhook("901"));
    assertThat(here.webhooks(null, "1200")).containsExactly(created);
    assertThat(here.webhooks("1", "9")).isEmpty();
    assertThat(here.update("901", List.of()).webhook().filters()).isEmpty();
    here.delete("901");
    assertThat(there.webhooks(null, null)).isEmpty();
  }

  @Test
  void givesTheSameOfEverythingElse() {
    assertThat(here.inboxes()).isEqualTo(there.inboxes());
    assertThat(here.arrivals("", 60, 6)).isEqualTo(there.arrivals("", 60, 6));
    assertThat(here.overview("")).isEqualTo(there.overview(""));
    assertThat(here.arm("by-hand").name()).isEqualTo("by-hand");
    assertThat(here.alerts(5)).isEqualTo(there.alerts(5));
    assertThat(here.status()).isEqualTo(there.status());
    there.trouble = java.util.Optional.of("the disk is full");
    there.state = new State.Degraded("the disk is full");
    assertThat(here.status()).isEqualTo(there.status());
  }

  @Test
  void givesTheSameRefusals() {
    there.add(Examples.completed(1));
    there.add(Examples.completed(2));
    refuses(() -> here.delivery("nothing"), Refusal.Code.NOT_FOUND, "delivery: nothing");
    refuses(() -> here.delivery("01J9"), Refusal.Code.AMBIGUOUS, "delivery: 01J9");
    refuses(() -> here.delivery("a/b ?#%"), Refusal.Code.NOT_FOUND, "delivery: a/b ?#%");
    refuses(() -> here.delivery(""), Refusal.Code.NOT_FOUND, "delivery: ");
    refuses(() -> here.webhook("12"), Refusal.Code.ASANA_REFUSED, "Asana answered 404");
    refuses(
        () -> here.deliveries(new Search("(", null, null, 1)), Refusal.Code.BAD_INPUT, "filter");
  }

  @Test
  void saysWhenNobodyListens() throws Exception {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (var nobody = new HttpAdmin(URI.create("http://127.0.0.1:" + free), KEY)) {
      refuses(nobody::status, Refusal.Code.HOLDER_UNREACHABLE, "admin port: http://127.0.0.1:");
      refuses(
          () -> nobody.follow(null, line -> {}), Refusal.Code.HOLDER_UNREACHABLE, "feed: cannot");
    }
  }

  @Test
  void saysWhenTheKeyIsAnothersOrThePortIsNotOurs() {
    try (var stranger = new HttpAdmin(port.address(), AdminKey.random(new Random(9)))) {
      refuses(stranger::status, Refusal.Code.NO_KEY, "key: missing or wrong");
    }
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Refusal.Code code, String start) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.getMessage()).startsWith(start);
            });
  }

  @Test
  void followsFromAPositionAndThenLive() {
    var seen = Collections.synchronizedList(new ArrayList<Line>());
    there.add(Examples.completed(1));
    there.add(Examples.completed(2));
    try (var _ = here.follow(1L, seen::add)) {
      await().until(() -> seen.size() == 1);
      there.add(Examples.completed(3));
      await().until(() -> seen.size() == 2);
    }
    assertThat(seen)
        .containsExactly(
            Examples.told(Examples.completed(2)), Examples.told(Examples.completed(3)));
  }

  @Test
  void followsOnlyWhatComesNextWithoutAPosition() {
    var seen = Collections.synchronizedList(new ArrayList<Line>());
    there.add(Examples.completed(1));
    try (var _ = here.follow(null, seen::add)) {
      there.add(Examples.completed(2));
      await().until(() -> seen.size() == 1);
    }
    assertThat(seen).containsExactly(Examples.told(Examples.completed(2)));
  }

  @Test
  void comesBackWhenTheHolderWasAwayAndMissesNothing() {
    var seen = Collections.synchronizedList(new ArrayList<Long>());
    try (var _ =
        here.follow(
            null,
            line -> {
              if (line instanceof Line.OfDelivery of) {
                seen.add(of.delivery().position());
              }
            })) {
      there.add(Examples.completed(1));
      await().until(() -> seen.size() == 1);
      int number = port.address().getPort();
      port.close();
      there.add(Examples.completed(2));
      port = open(number);
      there.add(Examples.completed(3));
      await().until(() -> seen.size() == 3);
    }
    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
  }
}
