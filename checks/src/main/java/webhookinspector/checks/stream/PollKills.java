package webhookinspector.checks.stream;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.asana.Asana;
import webhookinspector.asana.EventsPage;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.event.Event;
import webhookinspector.event.Page;
import webhookinspector.faults.Fault;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.rest.Call;
import webhookinspector.rest.Reply;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * SIGKILL at random moments while events are polled in pages, again and again on one data folder.
 * At the end the kept pages, one behind the other, must be what an undisturbed client was told.
 */
public final class PollKills implements Check {

  /** Of a cycle, on average; a task in a project is two events, so pages end anywhere. */
  private static final int TASKS = 51;

  @Override
  public String name() {
    return "poll-kills";
  }

  @Override
  public String promise() {
    return "events polled in pages through kill -9, again and again: none lost, none doubled";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    int cycles = size.of(2, 100);
    var random = new Random(5);
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS)) {
      String project = asana.project().gid();
      String beginning = client(asana).events(project, null).sync();
      pollOnce(folder, asana, project); // begins our own stream, before anything happens
      asana.faults().inject(Fault.parse("slow-answer,by=PT0.05S,on=GET /events"));
      var answered = new AtomicInteger();
      asana.onCall((call, reply) -> answered.addAndGet(hasEvents(call, reply) ? 1 : 0));
      for (int cycle = 0; cycle < cycles; cycle++) {
        int tasks = TASKS - 30 + random.nextInt(61);
        for (int i = 0; i < tasks; i++) {
          asana.changes().createTask(asana.project(), "Task " + cycle + "." + i);
        }
        try (PollProcess poll = PollProcess.start(folder, asana.api(), project)) {
          poll.awaitReady();
          TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
          poll.kill();
        }
      }
      asana.faults().clear();
      pollOnce(folder, asana, project);
      int pages = answered.get();
      return judge(cycles, pages, told(asana, beginning), folder.resolve("data"));
    }
  }

  private static boolean hasEvents(Call call, Reply reply) {
    return call.path().endsWith("/events")
        && Page.of(reply.body()).map(page -> !page.events().isEmpty()).orElse(false);
  }

  private static void pollOnce(Path folder, Simulator asana, String project) throws Exception {
    try (PollProcess poll = PollProcess.start(folder, asana.api(), project, "--once")) {
      poll.awaitEnd();
    }
  }

  private static Asana client(Simulator asana) {
    var settings = AsanaSettings.of(asana.api(), () -> "token-of-a-check", false);
    return new HttpAsana(settings, InstantSource.system(), new SecureRandom());
  }

  /** What an undisturbed client is told of the same time. */
  private static List<Event> told(Simulator asana, String beginning) {
    var events = new ArrayList<Event>();
    String sync = beginning;
    EventsPage page;
    do {
      page = client(asana).events(asana.project().gid(), sync);
      events.addAll(page.events());
      sync = page.sync();
    } while (page.hasMore());
    return events;
  }

  private static Outcome judge(int cycles, int answered, List<Event> told, Path data)
      throws Exception {
    var kept = new ArrayList<Event>();
    int pages = 0;
    var settings = LedgerSettings.DEFAULTS;
    try (Ledger ledger =
        SqliteLedger.open(data.resolve("ledger.db"), settings, InstantSource.system())) {
      for (Entry entry : all(ledger)) {
        Entry.Kept page = (Entry.Kept) entry;
        kept.addAll(Page.of(page.judged().delivery().body()).orElseThrow().events());
        pages++;
      }
    }
    int gaps;
    try (var registry = SqliteRegistry.open(data.resolve("registry.db"))) {
      gaps = registry.gaps(10).size();
    }
    var lost = new HashSet<>(told);
    kept.forEach(lost::remove);
    int doubled = kept.size() - new HashSet<>(kept).size();
    return Outcome.of(
        kept.equals(told) && gaps == 0 && pages > 0,
        cycles
            + " kills, "
            + told.size()
            + " events: "
            + kept.size()
            + " kept in "
            + pages
            + " pages, "
            + (answered - pages)
            + " more fetched and lost by a kill, "
            + lost.size()
            + " lost, "
            + doubled
            + " doubled, "
            + (kept.equals(told) ? "in order" : "not the same")
            + ", "
            + gaps
            + " gaps");
  }

  private static List<Entry> all(Ledger ledger) throws InterruptedException {
    var all = new ArrayList<Entry>();
    Position from = Position.START;
    List<Entry> some;
    do {
      some = ledger.read(from, 1_000, Duration.ZERO);
      all.addAll(some);
      from = some.isEmpty() ? from : some.getLast().position();
    } while (!some.isEmpty());
    return all;
  }
}
