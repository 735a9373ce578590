package webhookinspector.web;

import java.util.List;
import webhookinspector.inspection.DeliveryLine;

/**
 * Which delivery a person means: an id, the start of one, or the number that views show. Ids begin
 * with 0 until the year 3084 and numbers do not, so the two cannot be confused.
 */
public final class Naming {

  private Naming() {}

  /**
   * The delivery of that name.
   *
   * @param name such as {@code 01J9ZZ}, {@code 42} or {@code #42}
   */
  public static DeliveryDetail find(Admin admin, String name) {
    String number = name.strip().replaceFirst("^#", "");
    if (!number.matches("[1-9][0-9]{0,17}")) {
      return admin.delivery(name);
    }
    long position = Long.parseLong(number);
    List<DeliveryLine> there = admin.deliveries(new Search("", position - 1, position + 1, 1));
    if (there.isEmpty()) {
      throw Refusal.notFound(
          "delivery: " + name + " (expected: a number or an id)", "`inspector list` shows them.");
    }
    return admin.delivery(there.getFirst().id());
  }
}
