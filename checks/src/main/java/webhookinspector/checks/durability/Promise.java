package webhookinspector.checks.durability;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import webhookinspector.delivery.Body;

/**
 * One delivery that was answered with 200. Its body can be told from the two numbers, so that a
 * million of them can be compared byte for byte afterwards.
 *
 * @param id as the receiver told it in {@code X-Delivery-Id}
 */
public record Promise(String id, long seed, int size) {

  public Body body() {
    return body(seed, size);
  }

  public static Body body(long seed, int size) {
    var text = new StringBuilder(size + 40);
    text.append("{\"events\":[],\"seed\":").append(seed).append(",\"pad\":\"");
    var random = new Random(seed);
    while (text.length() < size) {
      text.append(Long.toString(random.nextLong(), 36));
    }
    return Body.wrapping(text.append("\"}").toString().getBytes(StandardCharsets.US_ASCII));
  }
}
