package webhookinspector.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** A thousand deliveries a second while somebody looks. */
final class PageBurst extends PageProof {

  private static final int PER_SECOND = 1_000;

  /** Beyond what a minute of garbage explains. */
  private static final double FLAT_TAB_MB = 40;

  private static final double FLAT_SERVER_MB = 150;

  @Override
  public String name() {
    return "page-burst";
  }

  @Override
  public String promise() {
    return "1,000 deliveries a second for 20 s: counts exact, no task over 200 ms, memory flat";
  }

  @Override
  int past(Size size) {
    return size.of(1_000, 20_000);
  }

  @Override
  Outcome prove(Size size, Inspector inspector, Page page) throws Exception {
    Duration lasting = Duration.ofSeconds(size.of(3, 20));
    int perSecond = size.of(300, PER_SECOND);
    try (var sender = new Sender(inspector.receiver())) {
      sender.flood(200, Duration.ofSeconds(2)); // so that compilers and caches are warm
      CDPSession session = page.context().newCDPSession(page);
      double tab = heap(session);
      double server = inspector.residentMegabytes();
      page.evaluate("() => { window.longest = 0; }");
      sender.flood(perSecond, lasting);
      inspector.awaitIndexed();
      long kept = inspector.get("/api/v1/count").path("matching").asLong();
      page.waitForSelector(
          "[data-count='" + kept + "']", new Page.WaitForSelectorOptions().setTimeout(20_000));
      double longest = millis(page, "window.longest");
      double tabGrowth = heap(session) - tab;
      double serverGrowth = inspector.residentMegabytes() - server;
      return Outcome.of(
          longest <= limit(size, 200) && tabGrowth < FLAT_TAB_MB && serverGrowth < FLAT_SERVER_MB,
          said(
              "%d/s for %d s, %d kept and counted; longest task %.0f ms; tab %+.0f MB, server %+.0f MB",
              perSecond, lasting.toSeconds(), kept, longest, tabGrowth, serverGrowth));
    }
  }

  /** What is really in use, in MB. */
  private static double heap(CDPSession session) {
    session.send("HeapProfiler.collectGarbage");
    JsonObject usage = session.send("Runtime.getHeapUsage");
    return usage.get("usedSize").getAsDouble() / 1e6;
  }
}
