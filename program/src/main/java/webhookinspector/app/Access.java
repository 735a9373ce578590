package webhookinspector.app;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import webhookinspector.history.Query;
import webhookinspector.web.Admin;
import webhookinspector.web.Refusal;
import webhookinspector.web.http.HttpAdmin;

/**
 * A way to ask about a data folder, the same whether or not somebody holds it: the holder is asked
 * through its admin port; a folder that nobody holds is opened here, for as long as the command
 * lasts.
 */
public final class Access implements AutoCloseable {

  /** Another short command, or a holder that is just starting or ending, may take this long. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** How long the history may take to read what a killed holder had kept. */
  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Admin admin;
  private final AutoCloseable opened;
  private final boolean toHolder;

  private Access(Admin admin, AutoCloseable opened, boolean toHolder) {
    this.admin = admin;
    this.opened = opened;
    this.toHolder = toHolder;
  }

  /** Whether somebody holds the folder at this moment, and can be asked. */
  public static boolean hasHolder(Settings settings) {
    return Holding.runningHolder(settings.folder())
        .flatMap(running -> ProcessHandle.of(running.pid()))
        .map(ProcessHandle::isAlive)
        .orElse(false);
  }

  /** To look, or to change something that needs no deliveries. */
  public static Access open(Settings settings) {
    return open(settings, Access::quietly);
  }

  /** To do something that Asana answers with a delivery, such as creating a webhook. */
  public static Access receiving(Settings settings) {
    return open(settings, Access::withPorts);
  }

  /**
   * Forgets the history and builds it again; returns once it has what the ledger has.
   *
   * @return how many deliveries it holds then
   */
  public static long rebuildHistory(Settings settings) throws InterruptedException {
    FolderLock lock = Holding.take(settings.folder(), settings.command());
    try (Core core = Core.open(lock, settings)) {
      core.indexer().rebuild();
      while (!core.catchUp(CATCH_UP)) {
        LoggerFactory.getLogger(Access.class).info("the history is still being built");
      }
      return core.history().count(Query.ALL);
    }
  }

  private interface Opener {
    Access open(FolderLock lock, Settings settings);
  }

  private static Access open(Settings settings, Opener opener) {
    DataFolder folder = settings.folder();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<FolderLock> lock = FolderLock.tryTake(folder, settings.command());
      if (lock.isPresent()) {
        return opener.open(lock.get(), settings);
      }
      Optional<RunningFile> holder = Holding.runningHolder(folder);
      if (holder.isPresent()) {
        var remote = new HttpAdmin(holder.get().admin(), holder.get().key());
        return new Access(remote, remote, true);
      }
      if (System.nanoTime() > end) {
        throw Holding.held(folder, holder);
      }
      Holding.pause();
    }
  }

  private static Access quietly(FolderLock lock, Settings settings) {
    Core core = Core.open(lock, settings);
    try {
      core.catchUp(CATCH_UP);
    } catch (InterruptedException e) {
      core.close();
      throw Refusal.notPossibleNow("interrupted while the history was catching up", "");
    }
    return new Access(new LocalAdmin(core, settings, Optional.empty()), core, false);
  }

  private static Access withPorts(FolderLock lock, Settings settings) {
    Holder holder = Holder.start(lock, settings);
    return new Access(holder.admin(), holder, false);
  }

  /** Whether another process holds the folder, so that deliveries may arrive meanwhile. */
  public boolean toHolder() {
    return toHolder;
  }

  /** Whether another process holds the folder. */
  public boolean isHeld() {
    return admin instanceof HttpAdmin;
  }

  /** What can be asked. */
  public Admin admin() {
    return admin;
  }

  @Override
  public void close() {
    var closing = new Closing();
    closing.later(opened);
    closing.close();
  }
}
