package webhookinspector.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * How soon a delivery is on an open page, and that a lost connection neither loses nor doubles one.
 */
final class PageLive extends PageProof {

  private static final String SEEN_AT =
      """
      (end) => until(() => document.querySelector('#row-0')?.textContent.includes('…' + end))
        .then(() => performance.timeOrigin + performance.now())
      """;

  @Override
  public String name() {
    return "page-live";
  }

  @Override
  public String promise() {
    return "a delivery is on an open page within 100 ms, and exactly once after a lost connection";
  }

  @Override
  int past(Size size) {
    return size.of(200, 2_000);
  }

  @Override
  Outcome prove(Size size, Inspector inspector, Page page) throws Exception {
    var took = new ArrayList<Double>();
    try (var sender = new Sender(inspector.receiver())) {
      for (int i = 0; i < size.of(15, 50); i++) {
        Sender.Sent sent = sender.one();
        double seen = ((Number) page.evaluate(SEEN_AT, lastDigits(sent.task()))).doubleValue();
        took.add(seen - sent.at());
        page.waitForTimeout(30); // so that each is gathered by itself
      }
    }
    int losses = size.of(1, 5);
    Inspector now = inspector;
    for (int i = 0; i < losses; i++) {
      now = lose(now, 10 + i);
    }
    now.awaitIndexed();
    String wrong = differences(now, page);
    now.kill();
    double median = Sender.percentile(took, 50);
    return Outcome.of(
        median <= limit(size, 100) && wrong.isEmpty(),
        said(
            "median %.0f ms, 95 %% %.0f ms of %d; %d lost connections: %s",
            median,
            Sender.percentile(took, 95),
            took.size(),
            losses,
            wrong.isEmpty() ? "none lost, none doubled" : wrong));
  }

  /** As sentences shorten a gid that has no name. */
  private static String lastDigits(String gid) {
    return gid.substring(gid.length() - 4);
  }

  /** Ends the program while deliveries arrive, and lets more come before the page is back. */
  private static Inspector lose(Inspector inspector, int deliveries) throws Exception {
    try (var sender = new Sender(inspector.receiver())) {
      sender.some(deliveries);
    }
    inspector.kill();
    Inspector again = inspector.again();
    try (var sender = new Sender(again.receiver())) {
      sender.some(deliveries);
    }
    return again;
  }

  /** Goes through the whole list and holds it against what the program says. */
  private static String differences(Inspector inspector, Page page) throws Exception {
    long kept = inspector.get("/api/v1/count").path("matching").asLong();
    page.waitForSelector("[data-count='" + kept + "']");
    List<String> expected =
        inspector.get("/api/v1/deliveries?limit=200").path("deliveries").values().stream()
            .map(line -> line.path("position").asString())
            .toList()
            .reversed();
    Object shown =
        page.evaluate(
            """
            async (count) => {
              const seen = [];
              const box = document.querySelector('.scroller');
              for (let at = 0; at < count; at += 10) {
                box.scrollTop = at * 32;
                const last = Math.min(count - 1, at + 12);
                await until(() => document.querySelector(`#row-${at}`) && document.querySelector(`#row-${last}`) && !document.querySelector('.row.loading'));
                for (const row of document.querySelectorAll('.row[data-position]')) seen[row.ariaRowIndex - 1] = row.dataset.position;
              }
              return seen.slice(0, count);
            }
            """,
            expected.size());
    return shown.equals(expected) ? "" : "shown " + shown + " instead of " + expected;
  }
}
