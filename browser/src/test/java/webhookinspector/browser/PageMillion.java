package webhookinspector.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** A list of any length, as somebody at the page sees it. */
final class PageMillion extends PageProof {

  private static final String AT =
      """
      (share) => {
        const box = document.querySelector('.scroller');
        box.scrollTop = share * (box.scrollHeight - box.clientHeight);
        box.dispatchEvent(new Event('scroll'));
        return new Promise((done) => requestAnimationFrame(done)).then(() =>
          until(() => document.querySelectorAll('.row[data-position]').length > 15 && !document.querySelector('.row.loading')));
      }
      """;

  private static final String FILTERED =
      """
      (text) => {
        const line = document.querySelector('.filterline input');
        line.focus();
        line.value = text;
        line.dispatchEvent(new Event('input', { bubbles: true }));
        line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        return until(() => new URLSearchParams(location.search).get('q') === text
          && document.querySelector('.list').ariaBusy === 'false'
          && (document.querySelector('.row[data-position]') || document.querySelector('.empty h2')));
      }
      """;

  private static final List<String> FILTERS =
      List.of(
          "kind=events action=changed",
          "type=story",
          "field=due_on",
          "verdict=forged",
          "kind=heartbeat",
          "repeat=yes",
          "action=added type=task since=2h",
          "user!=none action=removed",
          "field=completed or field=assignee",
          "verdict!=authentic or repeat=yes",
          "inbox=build-board field=name",
          "action=deleted",
          "since=1d action=changed",
          "(action=added or action=removed) type=task");

  private static final List<String> WORDS =
      List.of(
          "Fix login",
          "mobile menu",
          "invoice",
          "dark mode",
          "commented",
          "nightly backup",
          "zebra",
          "keyboard");

  @Override
  public String name() {
    return "page-million";
  }

  @Override
  public String promise() {
    return "1,000,000 deliveries: first rows in 1 s, any place in 100 ms, filters 200 ms, words 300 ms";
  }

  @Override
  int past(Size size) {
    return size.of(3_000, Integer.getInteger("page.million", 1_000_000));
  }

  @Override
  Outcome prove(Size size, Inspector inspector, Page page) throws Exception {
    var firsts = new ArrayList<Double>();
    for (int i = 0; i < size.of(2, 10); i++) {
      page.navigate(inspector.admin() + "/");
      firsts.add(
          millis(
              page,
              "until(() => document.querySelector('.row[data-position]')).then(() => performance.now())"));
    }
    page.waitForSelector("[data-count]:not([data-count=''])");
    var random = new Random(3);
    var places = new ArrayList<Double>();
    for (int i = 0; i < size.of(10, 100); i++) {
      places.add(((Number) page.evaluate(AT, random.nextDouble())).doubleValue());
    }
    int rounds = size.of(1, 5);
    double filters = Sender.percentile(all(page, FILTERS, rounds), 95);
    double words = Sender.percentile(all(page, WORDS, rounds), 95);
    double first = Sender.percentile(firsts, 95);
    double place = Sender.percentile(places, 95);
    return Outcome.of(
        first <= limit(size, 1_000)
            && place <= limit(size, 100)
            && filters <= limit(size, 200)
            && words <= limit(size, 300),
        said(
            "%d deliveries: first rows %.0f ms (median %.0f), any place %.0f ms (median %.0f), filters %.0f ms, words %.0f ms; each 95 %%",
            past(size),
            first,
            Sender.percentile(firsts, 50),
            place,
            Sender.percentile(places, 50),
            filters,
            words));
  }

  private static List<Double> all(Page page, List<String> texts, int rounds) {
    var took = new ArrayList<Double>();
    for (int i = 0; i < rounds; i++) {
      for (String text : texts) {
        double millis = ((Number) page.evaluate(FILTERED, text)).doubleValue();
        if (Boolean.getBoolean("page.verbose")) {
          System.err.printf("%6.0f ms  %s%n", millis, text);
        }
        took.add(millis);
      }
    }
    return took;
  }
}
