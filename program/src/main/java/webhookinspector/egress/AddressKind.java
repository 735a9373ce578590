package webhookinspector.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an address is for (IANA special-purpose registries). An IPv4 address inside an IPv6 one
 * counts as itself.
 */
public enum AddressKind {
  /** On the public internet. */
  PUBLIC,
  /** This machine. */
  LOOPBACK,
  /** A network of somebody's own: RFC 1918, unique local, site-local, shared by a carrier. */
  PRIVATE,
  /** Answers questions about the machine it runs on, credentials included. */
  METADATA,
  /**
   * Link-local, multicast, documentation, benchmarking, reserved, unspecified: nothing to send to.
   */
  SPECIAL;

  private record Range(Network network, AddressKind kind) {
    static Range of(String cidr, AddressKind kind) {
      return new Range(Network.parse(cidr), kind);
    }
  }

  /** The first that holds decides. */
  private static final List<Range> RANGES =
      List.of(
          Range.of("169.254.169.254/32", METADATA),
          Range.of("169.254.170.2/32", METADATA),
          Range.of("168.63.129.16/32", METADATA),
          Range.of("100.100.100.200/32", METADATA),
          Range.of("fd00:ec2::254/128", METADATA),
          Range.of("127.0.0.0/8", LOOPBACK),
          Range.of("::1/128", LOOPBACK),
          Range.of("10.0.0.0/8", PRIVATE),
          Range.of("172.16.0.0/12", PRIVATE),
          Range.of("192.168.0.0/16", PRIVATE),
          Range.of("100.64.0.0/10", PRIVATE),
          Range.of("fc00::/7", PRIVATE),
          Range.of("fec0::/10", PRIVATE),
          Range.of("0.0.0.0/8", SPECIAL),
          Range.of("169.254.0.0/16", SPECIAL),
          Range.of("192.0.0.0/24", SPECIAL),
          Range.of("192.0.2.0/24", SPECIAL),
          Range.of("198.51.100.0/24", SPECIAL),
          Range.of("203.0.113.0/24", SPECIAL),
          Range.of("198.18.0.0/15", SPECIAL),
          Range.of("192.88.99.0/24", SPECIAL),
          Range.of("224.0.0.0/4", SPECIAL),
          Range.of("240.0.0.0/4", SPECIAL),
          Range.of("::/128", SPECIAL),
          Range.of("fe80::/10", SPECIAL),
          Range.of("ff00::/8", SPECIAL),
          Range.of("2001:db8::/32", SPECIAL),
          Range.of("3fff::/20", SPECIAL),
          Range.of("100::/64", SPECIAL),
          Range.of("5f00::/16", SPECIAL));

  /** Of an address that would be connected to. */
  public static AddressKind of(InetAddress address) {
    InetAddress meant = inner(address.getAddress()).orElse(address);
    return RANGES.stream()
        .filter(range -> range.network.holds(meant))
        .map(Range::kind)
        .findFirst()
        .orElse(isGlobal(meant.getAddress()) ? PUBLIC : SPECIAL);
  }

  /** Of IPv6, only 2000::/3 is given out so far. */
  private static boolean isGlobal(byte[] address) {
    return address.length == 4 || (address[0] & 0xe0) == 0x20;
  }

  /** The IPv4 address that an IPv6 one stands for: mapped, compatible, NAT64, 6to4, Teredo. */
  private static Optional<InetAddress> inner(byte[] b) {
    if (b.length != 16) {
      return Optional.empty();
    }
    boolean zeros = allZero(b, 0, 10);
    if (zeros && (b[10] & b[11]) == -1) {
      return Optional.of(ipv4(Arrays.copyOfRange(b, 12, 16)));
    }
    if (zeros && b[10] == 0 && b[11] == 0 && !allZero(b, 12, 15)) {
      return Optional.of(ipv4(Arrays.copyOfRange(b, 12, 16)));
    }
    if (b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b) {
      return Optional.of(ipv4(Arrays.copyOfRange(b, 12, 16)));
    }
    if (b[0] == 0x20 && b[1] == 0x02) {
      return Optional.of(ipv4(Arrays.copyOfRange(b, 2, 6)));
    }
    if (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0) {
      byte[] client = Arrays.copyOfRange(b, 12, 16);
      for (int i = 0; i < client.length; i++) {
        client[i] = (byte) ~client[i];
      }
      return Optional.of(ipv4(client));
    }
    return Optional.empty();
  }

  private static boolean allZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress ipv4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }
}
