package webhookinspector.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;

/** What we make of a delivery. Pure, and never fails whatever the body holds. */
public final class Inspector {

  private Inspector() {}

  /**
   * @param webhook gid of the webhook that targets the inbox, or null while unknown
   */
  public static Inspected inspect(
      Position position, Judged judged, @Nullable String webhook, Names names) {
    var delivery = judged.delivery();
    return new Inspected(
        new DeliveryLine(
            judged.judgement().handshake() ? "handshake" : "delivery",
            judged.id().text(),
            position.number(),
            judged.inbox().text(),
            webhook,
            judged.source().word(),
            delivery.receivedAt(),
            Kind.JUNK.word(),
            judged.judgement().word(),
            judged.judgement().because(),
            delivery.body().size(),
            delivery.body().sha256(),
            judged.answer(),
            null,
            List.of()),
        names.of("").orElse(""));
  }
}
