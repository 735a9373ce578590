package webhookinspector.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * What is posted: a body of events of about one size, signed.
 *
 * @param size such as {@code 1 KB}
 * @param body the file that holds it
 * @param signature of its bytes
 */
record Load(String size, Path body, String signature) {

  private static final String EVENT =
      "{\"user\":{\"gid\":\"12000000000%05d\",\"resource_type\":\"user\"},"
          + "\"created_at\":\"2026-11-21T10:11:12.000Z\",\"action\":\"changed\","
          + "\"resource\":{\"gid\":\"1200000000001000\",\"resource_type\":\"task\","
          + "\"resource_subtype\":\"default_task\"},\"parent\":null,"
          + "\"change\":{\"field\":\"due_on\",\"action\":\"changed\"}}";

  /** With as many events as fit. */
  static Load of(String size, int bytes, Path folder, Secret secret) throws IOException {
    var text = new StringBuilder("{\"events\":[").append(EVENT.formatted(0));
    int more = EVENT.formatted(0).length() + 1;
    for (int i = 1; text.length() + more + 2 <= bytes; i++) {
      text.append(',').append(EVENT.formatted(i));
    }
    byte[] body = text.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(folder.resolve("body-" + bytes + ".json"), body);
    return new Load(size, file, Signature.of(secret, Body.wrapping(body)).hex());
  }
}
