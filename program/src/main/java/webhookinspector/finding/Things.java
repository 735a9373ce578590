package webhookinspector.finding;

import java.util.List;
import java.util.Locale;
import webhookinspector.event.Ref;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.Known;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/** Which thing a person means: by gid, by a part of its name, or by a delivery that told of it. */
public final class Things {

  /** Fewer digits are no gid of Asana's, but they are the number of a delivery. */
  private static final int SHORTEST_GID = 10;

  private final History history;

  public Things(History history) {
    this.history = history;
  }

  /**
   * What may be meant, the likeliest first; one alone where there is no doubt.
   *
   * @param words a gid, a part of a name, a delivery's number such as {@code #42}, its id or the
   *     start of one
   * @param limit 1 to 100
   */
  public List<Known> meant(String words, int limit) {
    String text = words.strip();
    List<Known> ofDelivery = text.isEmpty() ? List.of() : ofDelivery(text);
    if (!ofDelivery.isEmpty()) {
      return ofDelivery.subList(0, Math.min(limit, ofDelivery.size()));
    }
    List<Known> named = text.isEmpty() ? List.of() : history.named(text, limit);
    return named.stream()
        .filter(known -> isExactly(known.thing(), text))
        .findFirst()
        .filter(exact -> named.stream().filter(k -> isExactly(k.thing(), text)).count() == 1)
        .map(List::of)
        .orElse(named);
  }

  private static boolean isExactly(Ref thing, String text) {
    return thing.gid().equals(text) || text.equalsIgnoreCase(thing.name());
  }

  private List<Known> ofDelivery(String text) {
    return deliveries(text).stream()
        .flatMap(line -> line.events().stream())
        .map(EventLine::subject)
        .distinct()
        .limit(1)
        .map(this::known)
        .toList();
  }

  private List<DeliveryLine> deliveries(String text) {
    String number = text.replaceFirst("^#", "");
    if (number.matches("[1-9][0-9]{0,17}")) {
      boolean gid = !text.startsWith("#") && number.length() >= SHORTEST_GID;
      return gid ? List.of() : at(Long.parseLong(number));
    }
    String start = text.toUpperCase(Locale.ROOT);
    return start.matches("0[0-9A-Z]{5,25}") ? one(history.startingWith(start, 2)) : List.of();
  }

  private List<DeliveryLine> at(long position) {
    var there =
        new Query(FilterExpression.ALL, new Position(position - 1), new Position(position + 1));
    return history.list(there, 1);
  }

  private static List<DeliveryLine> one(List<DeliveryLine> lines) {
    return lines.size() == 1 ? lines : List.of();
  }

  private Known known(Ref subject) {
    return history.named(subject.gid(), 1).stream()
        .filter(known -> known.thing().gid().equals(subject.gid()))
        .findFirst()
        .orElse(new Known(subject, 0, null));
  }
}
