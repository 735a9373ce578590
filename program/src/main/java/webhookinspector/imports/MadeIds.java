package webhookinspector.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;

/**
 * Ids for deliveries that come without one: made of what they are, so that the same file gives the
 * same ids and is never kept twice.
 */
final class MadeIds {

  private MadeIds() {}

  static DeliveryId of(InboxName inbox, Delivery delivery) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((inbox + "\n" + delivery.receivedAt() + "\n").getBytes(StandardCharsets.UTF_8));
      for (Header line : delivery.headers()) {
        String text = line.name() + ": " + line.value() + "\n";
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
      digest.update(delivery.body().sha256Bytes());
      byte[] tail = Arrays.copyOf(digest.digest(), DeliveryIds.TAIL_BYTES);
      return DeliveryIds.of(delivery.receivedAt(), tail);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
