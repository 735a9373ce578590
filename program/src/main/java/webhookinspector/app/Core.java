package webhookinspector.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import webhookinspector.alerts.Alerts;
import webhookinspector.asana.Asana;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Tapped;
import webhookinspector.forward.Forwarder;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.history.History;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.indexer.Indexer;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Ledger;
import webhookinspector.names.NameBook;
import webhookinspector.outbox.Outbox;
import webhookinspector.registry.Registry;
import webhookinspector.watch.Absences;
import webhookinspector.watch.Clocks;
import webhookinspector.watch.Hearing;
import webhookinspector.watch.News;
import webhookinspector.watch.Watch;
import webhookinspector.webhooks.Webhooks;

/**
 * An opened folder without any port: the files, what follows them, and Asana. Exists at most once a
 * folder, guarded by its lock.
 */
final class Core implements AutoCloseable {

  /** How long the history may take to catch up when we end; the next start goes on. */
  private static final Duration CATCH_UP = Duration.ofSeconds(5);

  /** Leaves a row enough of the 100 ms in which it is to be seen. */
  private static final Duration PATIENCE_FOR_NAMES = Duration.ofMillis(80);

  /**
   * An Asana on this machine answers in a few milliseconds; if not, the machine is busy, not the
   * line.
   */
  private static final Duration PATIENCE_FOR_LOCAL_NAMES = Duration.ofSeconds(1);

  private final Closing closing = new Closing();
  private final InstantSource clock;
  private final Stores stores;
  private final Broadcast views = new Broadcast();
  private final Feed feed;
  private final ReentrantLock marking = new ReentrantLock();
  private final StateBoard state;
  private final Alerts alerts;
  private final Gaps gaps;
  private final Handshakes handshakes;
  private final Indexer indexer;
  private final Asana asana;
  private final OnPurpose onPurpose;
  private final WayOut wayOut;
  private final Forwarder forwarder;
  private final Webhooks webhooks;
  private final Watch watch;
  private final NameBook names;

  private Core(FolderLock lock, Settings settings, Telemetry telemetry) {
    clock = settings.surroundings().clock();
    DataFolder folder = settings.folder();
    closing.later(lock);
    try {
      RunningFile.remove(folder); // of a holder that was killed
      closing.later(QuietLog.into(folder.log(), settings.debug()));
      stores = closing.later(Stores.open(folder, clock, telemetry.commits()));
      watch = new Watch(stores.registry(), clock, this::changed);
      feed = closing.later(new Tapped(views, new Hearing(watch).andThen(telemetry.lines())));
      state = new StateBoard(feed, clock);
      alerts =
          closing.later(
              new Alerts(stores.registry(), feed, settings.alerting().sinks(), this::sinkFails));
      gaps = new Gaps(stores.registry(), feed);
      LostTail.notice(stores, alerts, gaps, clock);
      handshakes = new Handshakes(stores.registry(), stores.ledger(), alerts, clock);
      closing.later(handshakes::stop);
      asana = settings.asana().open(settings.surroundings(), new Clocks(watch, telemetry.calls()));
      Duration patience =
          settings.asana().isLocal() ? PATIENCE_FOR_LOCAL_NAMES : PATIENCE_FOR_NAMES;
      names = closing.later(new NameBook(asana::name, clock, patience));
      indexer =
          closing.later(
              new Indexer(
                  stores.ledger(),
                  stores.history(),
                  feed,
                  name -> stores.registry().find(name).flatMap(Core::gidOf),
                  names,
                  stores.registry()::marking,
                  trouble -> state.trouble("history", trouble)));
      onPurpose = new OnPurpose(state, alerts, clock);
      wayOut = new WayOut(settings.onward().allowed(), names, clock);
      forwarder = closing.later(forwarder(settings));
      webhooks = new Webhooks(asana, stores.registry(), handshakes, clock, new SecureRandom());
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private Forwarder forwarder(Settings settings) {
    var ground =
        new Forwarder.Ground(
            stores.ledger(), stores.history(), indexer::awaitIndexed, stores.outbox());
    var news = new ForwardNews(feed, alerts, clock);
    return new Forwarder(
        ground, wayOut, settings.onward().limits(), clock, new SecureRandom(), news);
  }

  private void sinkFails(String name, Optional<String> trouble) {
    state.trouble("alerts to " + name, trouble);
  }

  private void changed(News news) {
    if (!news.quiet()) {
      alerts.accept(news.alert());
    }
    new Absences(registry(), gaps).accept(news);
  }

  private static Optional<String> gidOf(Inbox inbox) {
    return Optional.ofNullable(inbox.webhook()).map(OwnWebhook::gid);
  }

  /** Opens everything and starts following the ledger; closes the lock at the end. */
  static Core open(FolderLock lock, Settings settings) {
    return open(lock, settings, Telemetry.NONE);
  }

  /** The same, and tells what happens inside. */
  static Core open(FolderLock lock, Settings settings, Telemetry telemetry) {
    var core = new Core(lock, settings, telemetry);
    core.indexer.start();
    return core;
  }

  InstantSource clock() {
    return clock;
  }

  /** Held while something is pinned or dropped. */
  Lock marking() {
    return marking;
  }

  Registry registry() {
    return stores.registry();
  }

  Ledger ledger() {
    return stores.ledger();
  }

  OnPurpose onPurpose() {
    return onPurpose;
  }

  WayOut wayOut() {
    return wayOut;
  }

  Forwarder forwarder() {
    return forwarder;
  }

  Outbox outbox() {
    return stores.outbox();
  }

  History history() {
    return stores.history();
  }

  /** How many follow the feed at this moment. */
  int watchers() {
    return views.watchers();
  }

  Feed feed() {
    return feed;
  }

  StateBoard state() {
    return state;
  }

  Alerts alerts() {
    return alerts;
  }

  Gaps gaps() {
    return gaps;
  }

  Handshakes handshakes() {
    return handshakes;
  }

  Asana asana() {
    return asana;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  Watch watch() {
    return watch;
  }

  Names names() {
    return names;
  }

  Indexer indexer() {
    return indexer;
  }

  /** Closes it before everything that is open already. */
  <T extends AutoCloseable> T closing(T resource) {
    return closing.later(resource);
  }

  /**
   * Waits until the history has what the ledger has.
   *
   * @return whether it got there in time
   */
  boolean catchUp(Duration atMost) throws InterruptedException {
    return indexer.awaitIndexed(atMost);
  }

  @Override
  public void close() {
    try {
      catchUp(CATCH_UP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closing.close();
    }
  }
}
