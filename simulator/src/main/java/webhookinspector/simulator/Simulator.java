package webhookinspector.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import webhookinspector.event.Ref;
import webhookinspector.faults.ActiveFaults;
import webhookinspector.rest.Access;
import webhookinspector.rest.ApiSetup;
import webhookinspector.rest.Call;
import webhookinspector.rest.Control;
import webhookinspector.rest.Reply;
import webhookinspector.rest.Surface;
import webhookinspector.rest.Targets;
import webhookinspector.rest.jetty.JettyPort;
import webhookinspector.sender.Attempt;
import webhookinspector.sender.Journal;
import webhookinspector.sender.Sender;
import webhookinspector.sender.socket.SocketLine;
import webhookinspector.subscription.Webhook;
import webhookinspector.subscriptions.LiveWebhook;
import webhookinspector.subscriptions.Streams;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Item;
import webhookinspector.world.Projects;
import webhookinspector.world.Shift;
import webhookinspector.world.Work;
import webhookinspector.world.World;
import webhookinspector.world.WorldClock;

/** A local Asana on loopback, running until it is closed. */
public final class Simulator implements AutoCloseable {

  private static final String API = "/api/1.0";
  private static final String CONTROL = "/simulator";
  private static final String ANY_TOKEN = "simulator-token";

  private final SimulatorSettings settings;
  private final WorldClock clock;
  private final World world;
  private final Item project;
  private final Webhooks webhooks;
  private final Journal journal;
  private final SocketLine line = new SocketLine();
  private final JettyPort port;
  private final List<BiConsumer<Call, Reply>> listeners = new CopyOnWriteArrayList<>();
  private final Changes changes;
  private final Team team;
  private final ActiveFaults faults;

  private Simulator(SimulatorSettings settings) {
    this.settings = settings;
    long seed = settings.seed();
    this.clock = new WorldClock(InstantSource.system(), settings.startsAt(), settings.clockSpeed());
    this.world = new World(clock, seed);
    Item first = world.people().getFirst();
    this.project = new Projects(world).create("Build board", first);
    this.changes = new WorldChanges(world, first);
    var shift = new Shift(world, new Work(world, project, seed));
    this.team = new WorldTeam(shift);
    var streams = new Streams(world, settings.limits(), seed);
    this.webhooks = new Webhooks(world, settings.limits(), streams);
    this.journal = new Journal(settings.journalSize());
    this.faults = new ActiveFaults(settings.faults(), new FaultTime(clock), seed);
    var sender = new Sender(world, webhooks, settings.sender(), line, faults, journal, seed);
    var access = new Access(world, settings.token());
    this.port = new JettyPort(settings.port());
    var setup =
        new ApiSetup(
            world,
            webhooks,
            streams,
            sender,
            access,
            new Targets(settings.strictTargets()),
            settings.limits(),
            faults,
            seed,
            api().toString(),
            settings.announcedChanges());
    port.serve(
        Map.of(
            API,
            heard(setup.api()),
            CONTROL,
            new Control(world, webhooks, journal, shift, access, faults)));
    clock.start();
  }

  private Surface heard(Surface surface) {
    return call -> {
      Reply reply = surface.handle(call);
      listeners.forEach(listener -> listener.accept(call, reply));
      return reply;
    };
  }

  /** Starts one; when this returns, it answers. */
  public static Simulator start(SimulatorSettings settings) {
    return new Simulator(settings);
  }

  /** The base of Asana's calls: {@code http://127.0.0.1:N/api/1.0}. */
  public URI api() {
    return port.at(API);
  }

  /** The base of the simulator's own controls: {@code http://127.0.0.1:N/simulator}. */
  public URI control() {
    return port.at(CONTROL);
  }

  /** A token that it accepts; it acts as the first of the people. */
  public String token() {
    return Objects.requireNonNullElse(settings.token(), ANY_TOKEN);
  }

  /** The only workspace. */
  public Ref workspace() {
    return world.during(() -> world.workspace().ref());
  }

  /** The project that is there from the start, called Build board. */
  public Ref project() {
    return world.during(project::ref);
  }

  /** Everybody in the workspace; the first is who the token acts for. */
  public List<Ref> people() {
    return world.during(() -> world.people().stream().map(Item::ref).toList());
  }

  /** Changes made from Java, without REST. */
  public Changes changes() {
    return changes;
  }

  /** The little team at work. */
  public Team team() {
    return team;
  }

  /** How it misbehaves from now on: {@code faults().inject(Fault.lost().times(3))}. */
  public ActiveFaults faults() {
    return faults;
  }

  /** The webhooks that exist now, whoever owns them. */
  public List<Webhook> webhooks() {
    return world.during(() -> webhooks.all().stream().map(LiveWebhook::view).toList());
  }

  /** How many events wait for delivery, over all webhooks. */
  public int waiting() {
    return world.during(() -> webhooks.all().stream().mapToInt(LiveWebhook::waiting).sum());
  }

  /** The last attempts, in the order in which they ended. */
  public List<Attempt> attempts() {
    return journal.attempts();
  }

  /** How many attempts have ended, those included that the journal has forgotten. */
  public long attemptCount() {
    return journal.count();
  }

  /** The simulator's time. */
  public Instant now() {
    return clock.instant();
  }

  /** Moves the clock ahead; when this returns, everything that fell due has happened. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** How fast the clock goes from now on; 1 is real time, 0 stands still. */
  public void clockSpeed(double speed) {
    clock.speed(speed);
  }

  /** How fast the clock goes now. */
  public double clockSpeed() {
    return clock.speed();
  }

  /** From now on tells each REST call and its reply, on the thread that serves it. */
  public void onCall(BiConsumer<Call, Reply> listener) {
    listeners.add(listener);
  }

  /** Runs an action at a time of the simulator, on the clock's own thread. */
  public void at(Instant when, Runnable action) {
    clock.at(when, "script", action);
  }

  @Override
  public void close() {
    clock.close();
    port.close();
    line.close();
  }
}
