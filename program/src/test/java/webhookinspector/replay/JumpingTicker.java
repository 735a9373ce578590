package webhookinspector.replay;

import java.util.concurrent.CountDownLatch;

/** A clock on which waiting takes no time: it jumps to the moment that is waited for. */
final class JumpingTicker implements Ticker {

  private long now;

  @Override
  public synchronized long now() {
    return now;
  }

  @Override
  public synchronized boolean goesOnAt(long moment, CountDownLatch stop) {
    if (stop.getCount() > 0) {
      now = Math.max(now, moment);
    }
    return stop.getCount() > 0;
  }
}
