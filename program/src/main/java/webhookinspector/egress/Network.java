package webhookinspector.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that begin alike, such as {@code 10.1.0.0/16}. */
public record Network(InetAddress start, int bits) {

  /**
   * Reads {@code 10.1.0.0/16} or {@code fd12::/64}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    try {
      if (!literal.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        throw new UnknownHostException(literal);
      }
      InetAddress start = InetAddress.getByName(literal);
      int width = start.getAddress().length * 8;
      int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > width) {
        throw new NumberFormatException(text);
      }
      return new Network(start, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "network: " + text + " (expected: such as 10.1.0.0/16)", e);
    }
  }

  /** Whether an address lies in it. */
  public boolean holds(InetAddress address) {
    byte[] mine = start.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
