package webhookinspector.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.inspection.Difference.Change;
import webhookinspector.inspection.Difference.Part;

/**
 * What differs between two bodies that are not both JSON: what stands between a common begin and a
 * common end.
 */
final class ByteDifference {

  private ByteDifference() {}

  /** Of bodies that are not equal. */
  static Part part(Body bodyA, Body bodyB) {
    byte[] a = bodyA.toBytes();
    byte[] b = bodyB.toBytes();
    int begin = Arrays.mismatch(a, b);
    while (begin > 0 && (isInside(a, begin) || isInside(b, begin))) {
      begin--;
    }
    int end = commonEnd(a, b, Math.min(a.length, b.length) - begin);
    String before = text(a, begin, a.length - end);
    String after = text(b, begin, b.length - end);
    String what =
        before.isEmpty()
            ? Difference.ADDED
            : after.isEmpty() ? Difference.REMOVED : Difference.CHANGED;
    var change =
        new Change(
            what,
            "from byte " + begin,
            before.isEmpty() ? null : before,
            after.isEmpty() ? null : after);
    return new Part(Difference.CHANGED, "The bytes", null, null, null, List.of(change));
  }

  private static int commonEnd(byte[] a, byte[] b, int most) {
    int end = 0;
    while (end < most && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    while (end > 0 && isInside(a, a.length - end)) {
      end--;
    }
    return end;
  }

  /** Whether a byte goes on with a character of UTF-8. */
  private static boolean isInside(byte[] bytes, int at) {
    return at < bytes.length && (bytes[at] & 0xc0) == 0x80;
  }

  private static String text(byte[] bytes, int from, int to) {
    int most = Math.min(to, from + 4 * TreeDifference.LONGEST_VALUE);
    String text = new String(bytes, from, Math.max(0, most - from), UTF_8);
    return Mention.cut(text, TreeDifference.LONGEST_VALUE);
  }
}
