package webhookinspector.checks.month;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import webhookinspector.asana.EventsPage;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.delivery.Body;
import webhookinspector.event.Content;
import webhookinspector.event.Event;
import webhookinspector.event.Page;
import webhookinspector.faults.Fault;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Fingerprint;
import webhookinspector.ledger.Entry;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Webhook;

/** One month: time passes, the team works, outages come and go, and we do what we can. */
final class Life implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(2);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NOTICED_WITHIN = Duration.ofMinutes(5);
  private static final int MOST_GAPS = 1_000;

  private final Path folder;
  private final long seed;
  private final List<Outage> outages;
  private final Simulator simulator;
  private final HttpAsana witness;
  private final Map<Fingerprint, Instant> made = new HashMap<>();
  private final Deletions deletions = new Deletions(NOTICED_WITHIN.plus(STEP));
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<Fingerprint> told = new HashSet<>();
  private Household household;
  private String token;
  private Instant witnessed = START;
  private boolean tunnelIsDown;
  private Instant awakeSince = START;
  private String webhook = "";

  Life(Path folder, long seed, int outages) {
    this.folder = folder;
    this.seed = seed;
    this.outages = Outage.some(outages, seed, START);
    simulator =
        Simulator.start(
            SimulatorSettings.DEFAULTS.stoppedAt(START).withSeed(seed).withJournalSize(1_000));
    witness =
        new HttpAsana(
            AsanaSettings.of(simulator.api(), simulator::token, false),
            InstantSource.system(),
            new Random(seed));
    token = witness.events(simulator.project().gid(), null).sync();
    household = new Household(folder, simulator, 0, seed);
    simulator.faults().inject(Fault.lost().withProbability(0.01));
    create();
    simulator.team().work(1.0 / 900);
  }

  /** Lives it. */
  void live() throws InterruptedException {
    for (Outage outage : outages) {
      if (outage.asleep()) {
        awakeUntil(outage.from());
        sleepUntil(outage.to());
      }
    }
    awakeUntil(outages.getLast().to().plus(Duration.ofHours(3)));
    simulator.team().rest();
    awakeUntil(simulator.now().plus(HOUR));
    look();
    gaps.addAll(household.registry.gaps(MOST_GAPS));
    for (Entry.Kept kept : household.kept()) {
      read(kept);
    }
  }

  private void awakeUntil(Instant end) throws InterruptedException {
    household.follow(
        rest -> {
          pass(rest, end);
          if (!simulator.now().isBefore(end)) {
            throw new InterruptedException("it is time");
          }
        });
  }

  private void sleepUntil(Instant end) {
    household.close();
    while (simulator.now().isBefore(end)) {
      simulator.advance(STEP);
      witnessEachHour();
      noteDeletion();
    }
    household =
        new Household(folder, simulator, household.port(), seed + awakeSince.toEpochMilli());
    awakeSince = simulator.now();
  }

  private void pass(Duration duration, Instant end) {
    Instant until = simulator.now().plus(duration);
    while (simulator.now().isBefore(until) && simulator.now().isBefore(end)) {
      Duration left = Duration.between(simulator.now(), until);
      simulator.advance(left.compareTo(STEP) < 0 ? left : STEP);
      turnTheTunnel();
      witnessEachHour();
      noteDeletion();
      look();
    }
  }

  private void turnTheTunnel() {
    Instant now = simulator.now();
    boolean down =
        outages.stream()
            .filter(outage -> !outage.asleep())
            .anyMatch(outage -> !now.isBefore(outage.from()) && now.isBefore(outage.to()));
    if (down != tunnelIsDown) {
      tunnelIsDown = down;
      if (down) {
        household.shut();
      } else {
        household.open();
      }
    }
  }

  /** Asana's side, by somebody who never sleeps. */
  private void witnessEachHour() {
    if (Duration.between(witnessed, simulator.now()).compareTo(HOUR) >= 0) {
      witness();
    }
  }

  private void witness() {
    witnessed = simulator.now();
    EventsPage page;
    do {
      page = witness.events(simulator.project().gid(), token);
      token = page.sync();
      for (Event event : page.events()) {
        Fingerprint.of(event)
            .ifPresent(fingerprint -> made.putIfAbsent(fingerprint, event.createdAt()));
      }
    } while (page.hasMore());
  }

  private void noteDeletion() {
    Set<String> there = simulator.webhooks().stream().map(Webhook::gid).collect(Collectors.toSet());
    deletions.see(there, simulator.now());
  }

  /** The health watch looks; who reads of a deletion creates the webhook again. */
  private void look() {
    int before = household.alerts.size();
    household.look();
    for (Alert alert : household.alerts.subList(before, household.alerts.size())) {
      if (alert.topic().equals("webhook-gone") && alert.level() != Level.GOOD) {
        deletions.notice(household.webhookOf(alert), awakeSince, simulator.now());
      }
    }
    if (!tunnelIsDown && deletions.isNoticed(webhook)) {
      create();
    }
  }

  private void create() {
    household.createWebhook();
    webhook = simulator.webhooks().getLast().gid();
    noteDeletion();
  }

  private void read(Entry.Kept kept) {
    Body body = kept.judged().delivery().body();
    List<Event> events = List.of();
    if (kept.judged().source() == Source.STREAM) {
      events = Page.of(body).map(Page::events).orElse(List.of());
    } else if (Content.of(body) instanceof Content.Events some) {
      events = some.events();
    }
    events.forEach(event -> Fingerprint.of(event).ifPresent(told::add));
  }

  /** What is wrong with it; nothing when all holds. */
  List<String> complaints() {
    witness();
    var complaints = new ArrayList<String>();
    made.forEach(
        (fingerprint, at) -> {
          if (!told.contains(fingerprint) && gaps.stream().noneMatch(gap -> holds(gap, at))) {
            complaints.add("seed " + seed + ": lost without a gap: an event of " + at);
          }
        });
    long expected = outages.stream().filter(Outage::makesAGap).count();
    if (gaps.size() != expected) {
      complaints.add("seed " + seed + ": " + gaps.size() + " gaps listed, " + expected + " made");
    }
    deletions.complaints().forEach(one -> complaints.add("seed " + seed + ": " + one));
    return complaints;
  }

  private static boolean holds(Gap gap, Instant at) {
    return (gap.from() == null || !at.isBefore(gap.from()))
        && (gap.to() == null || !at.isAfter(gap.to()));
  }

  int events() {
    return made.size();
  }

  int gaps() {
    return gaps.size();
  }

  int deletions() {
    return deletions.count();
  }

  @Override
  public void close() {
    household.close();
    simulator.close();
  }
}
