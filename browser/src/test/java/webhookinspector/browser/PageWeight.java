package webhookinspector.browser;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** What a first visit costs. */
final class PageWeight extends PageProof {

  private static final long MOST_BYTES = 250_000;
  private static final double LONGEST = 300;

  private static final String ALL_THERE =
      "until(() => performance.getEntriesByType('resource').some((one) => one.name.endsWith('/page/rest.js') && one.responseEnd > 0))";

  private static final String SMALL_ANSWER =
      """
      (async () => {
        const start = performance.now();
        await (await fetch('/page/icon.svg', { cache: 'reload' })).text();
        return performance.now() - start;
      })()
      """;

  @Override
  public String name() {
    return "page-weight";
  }

  @Override
  public String promise() {
    return "the whole page is under 250 KB over the wire, and interactive within 300 ms when cold";
  }

  @Override
  int past(Size size) {
    return 500;
  }

  @Override
  Outcome prove(Size size, Inspector inspector, Page page) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("Network.enable");
    var bytes = new AtomicLong();
    var files = new AtomicLong();
    var ours = ConcurrentHashMap.newKeySet();
    session.on(
        "Network.responseReceived",
        event -> {
          if (!event.getAsJsonObject("response").get("url").getAsString().contains("/api/")) {
            ours.add(event.get("requestId").getAsString());
          }
        });
    session.on(
        "Network.loadingFinished",
        event -> {
          if (ours.contains(event.get("requestId").getAsString())) {
            bytes.addAndGet(event.get("encodedDataLength").getAsLong());
            files.incrementAndGet();
          }
        });
    var took = new ArrayList<Double>();
    var small = new ArrayList<Double>();
    long weight = 0;
    long count = 0;
    for (int i = 0; i < size.of(5, 20); i++) {
      bytes.set(0);
      files.set(0);
      session.send("Network.clearBrowserCache");
      page.navigate(inspector.admin() + "/");
      took.add(
          millis(
              page,
              "until(() => document.querySelector('#row-0[data-position]')).then(() => performance.now())"));
      page.evaluate(ALL_THERE);
      page.waitForTimeout(100);
      weight = Math.max(weight, bytes.get());
      count = Math.max(count, files.get());
      small.add(millis(page, SMALL_ANSWER));
    }
    double median = Sender.percentile(took, 50);
    return Outcome.of(
        weight < MOST_BYTES && median <= limit(size, LONGEST),
        said(
            "%d kB in %d files, headers included; interactive after %.0f ms (median of %d, slowest %.0f); one small answer takes %.1f ms",
            weight / 1_000,
            count,
            median,
            took.size(),
            Sender.percentile(took, 100),
            Sender.percentile(small, 50)));
  }
}
