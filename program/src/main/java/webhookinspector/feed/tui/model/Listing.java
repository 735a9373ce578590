package webhookinspector.feed.tui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.DeliveryLine;

/**
 * The deliveries that match a filter, oldest first, of any number: places are counted from the
 * oldest, so that arrivals move nothing. A few pages are in memory, the others are asked for when
 * they are looked at.
 */
public final class Listing {

  static final int PAGE = 100;

  /** So many lines are matched against a filter at once; more are counted anew. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Consumer<Errand> errands;
  private final Pages pages = new Pages();
  private final List<DeliveryLine> waiting = new ArrayList<>();
  private final Map<Integer, Boolean> asked = new LinkedHashMap<>();
  private String filter = "";
  private String shown = "";
  private int generation;
  private boolean loaded;
  private boolean matching;
  private int size;
  private long newest;

  Listing(Consumer<Errand> errands) {
    this.errands = errands;
  }

  public String filter() {
    return filter;
  }

  /** How many there are, as far as we were told. */
  public int size() {
    return size;
  }

  /** Whether what was seen came to more than one inbox. */
  public boolean hasSeveralInboxes() {
    return pages.hasSeveralInboxes();
  }

  /** How many of them are in memory. */
  int inMemory() {
    return pages.size();
  }

  /** Whether the history has answered. */
  public boolean isLoaded() {
    return loaded;
  }

  /** Begins anew, with another filter or to catch up; what is shown stays until the answer. */
  void open(Model model, String next) {
    boolean another = !next.equals(filter);
    filter = next;
    loaded = false;
    matching = false;
    asked.clear();
    int asking = ++generation;
    errands.accept(new Errand.Ask(host -> newest(host, next, asking, another)));
  }

  private Errand.Change newest(Host host, String wanted, int asking, boolean another) {
    try {
      Host.Snapshot snapshot = host.newest(wanted, PAGE);
      return model -> opened(asking, another, snapshot, model);
    } catch (Host.BadFilter e) {
      return model -> unreadable(asking, e, model);
    } catch (RuntimeException e) {
      return model -> failed(asking, String.valueOf(e.getMessage()), model);
    }
  }

  private void opened(int asking, boolean another, Host.Snapshot snapshot, Model model) {
    if (asking != generation) {
      return;
    }
    pages.clear();
    List<DeliveryLine> lines = snapshot.lines();
    int before = size;
    size = Math.toIntExact(Math.max(lines.size(), snapshot.count()));
    newest = lines.isEmpty() ? 0 : lines.getLast().position();
    fill(size - lines.size(), lines);
    loaded = true;
    shown = filter;
    if (another) {
      model.relisted();
    } else {
      model.shifted(size - before);
    }
    takeWaiting(model);
    if (!snapshot.whole()) {
      model.later(AGAIN, m -> reopen(m, asking));
    }
  }

  private void reopen(Model model, int asking) {
    if (asking == generation) {
      open(model, filter);
    }
  }

  private void unreadable(int asking, Host.BadFilter problem, Model model) {
    if (asking == generation) {
      model.notice(Notice.bad(String.valueOf(problem.getMessage())));
      open(model, shown);
    }
  }

  /** A history that fails is asked again. */
  private void failed(int asking, String why, Model model) {
    if (asking == generation) {
      model.notice(Notice.bad(why));
      model.later(AGAIN, m -> reopen(m, asking));
    }
  }

  private void fill(int from, List<DeliveryLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      pages.put(from + i, lines.get(i));
    }
  }

  /** The line at a place; null while it is on its way. */
  public @Nullable DeliveryLine at(int index) {
    DeliveryLine line = pages.get(index);
    if (line == null && index >= 0 && index < size) {
      fetch(index / PAGE);
    }
    return line;
  }

  private void fetch(int page) {
    if (!loaded || asked.putIfAbsent(page, true) != null) {
      return;
    }
    int asking = generation;
    int from = page * PAGE;
    int to = Math.min(size, from + PAGE);
    int skip = size - to;
    long before = newest + 1;
    String wanted = filter;
    errands.accept(
        new Errand.Ask(
            host -> {
              List<DeliveryLine> lines = fetch(host, wanted, before, skip, to - from);
              return model -> fetched(asking, page, to, lines, model);
            }));
  }

  /** Nothing where the history fails, which is then asked anew. */
  private static List<DeliveryLine> fetch(
      Host host, String filter, long before, int skip, int most) {
    try {
      return host.lines(filter, null, before, skip, most);
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private void fetched(int asking, int page, int to, List<DeliveryLine> lines, Model model) {
    if (asking == generation) {
      asked.remove(page);
      fill(to - lines.size(), lines);
      if (lines.isEmpty()) {
        open(model, filter); // what was there has left the quarantine
      }
    }
  }

  /** The same delivery, marked or judged anew. */
  void replace(DeliveryLine line) {
    pages.replace(line);
  }

  /** A delivery was told; it may be new, or one that was judged again. */
  void arrive(DeliveryLine line, Model model) {
    if (loaded && line.position() <= newest) {
      pages.replace(line);
      return;
    }
    waiting.add(line);
    if (loaded) {
      takeWaiting(model);
    }
  }

  private void takeWaiting(Model model) {
    waiting.removeIf(line -> line.position() <= newest);
    if (waiting.isEmpty() || matching) {
      return;
    }
    if (filter.isEmpty()) {
      waiting.forEach(line -> append(line, model));
      waiting.clear();
    } else if (waiting.size() > MOST_AT_ONCE) {
      waiting.clear();
      open(model, filter);
    } else {
      match(model);
    }
  }

  private void append(DeliveryLine line, Model model) {
    if (line.position() > newest) {
      newest = line.position();
      pages.put(size++, line);
      model.grew();
    }
  }

  /** One question at a time, so that answers keep their order. */
  private void match(Model model) {
    matching = true;
    int asking = generation;
    long after = newest;
    long last = waiting.getLast().position();
    String wanted = filter;
    model.ask(
        host -> host.lines(wanted, after, last + 1, 0, MOST_AT_ONCE),
        lines -> matched(asking, last, lines, model),
        _ -> open(model, wanted));
  }

  private void matched(int asking, long upTo, List<DeliveryLine> lines, Model model) {
    if (asking == generation) {
      matching = false;
      lines.forEach(line -> append(line, model));
      waiting.removeIf(line -> line.position() <= upTo);
      takeWaiting(model);
    }
  }
}
