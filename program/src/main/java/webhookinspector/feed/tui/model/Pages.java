package webhookinspector.feed.tui.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.DeliveryLine;

/** Lines by their place, those in memory that were looked at last. */
final class Pages {

  private static final int MOST_PAGES = 30;

  /** Of all lines together; an event takes about half a kilobyte. */
  private static final int MOST_EVENTS = 40_000;

  private final Map<Integer, @Nullable DeliveryLine[]> pages = new LinkedHashMap<>(16, 0.75f, true);
  private int events;
  private @Nullable String inbox;
  private boolean severalInboxes;

  @Nullable DeliveryLine get(int index) {
    if (index < 0) {
      return null;
    }
    @Nullable DeliveryLine[] page = pages.get(index / Listing.PAGE);
    return page == null ? null : page[index % Listing.PAGE];
  }

  void put(int index, DeliveryLine line) {
    @Nullable DeliveryLine[] page =
        pages.computeIfAbsent(index / Listing.PAGE, _ -> new DeliveryLine[Listing.PAGE]);
    severalInboxes |= inbox != null && !inbox.equals(line.inbox());
    inbox = line.inbox();
    DeliveryLine before = page[index % Listing.PAGE];
    events += line.events().size() - (before == null ? 0 : before.events().size());
    page[index % Listing.PAGE] = line;
    while (pages.size() > MOST_PAGES || (events > MOST_EVENTS && pages.size() > 2)) {
      forget(pages.keySet().iterator().next());
    }
  }

  private void forget(int page) {
    for (DeliveryLine line : Objects.requireNonNull(pages.remove(page))) {
      events -= line == null ? 0 : line.events().size();
    }
  }

  /** The same delivery, judged again. */
  void replace(DeliveryLine line) {
    for (@Nullable DeliveryLine[] page : pages.values()) {
      for (int i = 0; i < page.length; i++) {
        DeliveryLine old = page[i];
        if (old != null && old.position() == line.position()) {
          page[i] = line;
        }
      }
    }
  }

  void clear() {
    pages.clear();
    events = 0;
  }

  /** Stays so once it was: columns that come and go would be worse than an empty one. */
  boolean hasSeveralInboxes() {
    return severalInboxes;
  }

  /** Places that are held. */
  int size() {
    return pages.size() * Listing.PAGE;
  }
}
