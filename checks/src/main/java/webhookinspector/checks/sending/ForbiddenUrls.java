package webhookinspector.checks.sending;

import java.util.List;
import java.util.stream.Stream;

/** Targets that nothing may ever be sent to, in the spellings in which people try. */
final class ForbiddenUrls {

  /** Given to this machine for the check, so that somebody could answer there. */
  static final List<String> ADDRESSES =
      List.of(
          "169.254.169.254",
          "169.254.170.2",
          "168.63.129.16",
          "100.100.100.200",
          "10.0.0.1",
          "10.255.255.254",
          "172.16.0.1",
          "172.31.255.254",
          "192.168.0.1",
          "192.168.255.254",
          "100.64.0.1",
          "192.0.2.1",
          "198.51.100.1",
          "203.0.113.1",
          "198.18.0.1",
          "fd00:ec2::254",
          "fd12::1",
          "fec0::1",
          "2001:db8::1",
          "64:ff9b::a9fe:a9fe",
          "64:ff9b::a00:1",
          "2002:a9fe:a9fe::1",
          "2002:a00:1::1");

  /** Names for the check, as /etc/hosts has them. */
  static final String HOSTS =
      """
      127.0.0.1 localhost here.test
      ::1 localhost here6.test
      169.254.169.254 metadata.test
      fd00:ec2::254 metadata6.test
      10.0.0.1 private.test
      127.0.0.1 mixed.test
      10.0.0.1 mixed.test
      """;

  private static final List<String> OWN =
      List.of(
          "127.0.0.1",
          "127.0.0.2",
          "127.255.255.254",
          "localhost",
          "LOCALHOST",
          "here.test",
          "here6.test",
          "[::1]",
          "[0:0:0:0:0:0:0:1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "2130706433",
          "0x7f000001",
          "0x7f.0.0.1",
          "0177.0.0.1",
          "127.1",
          "127.0.1",
          "0",
          "0.0.0.0",
          "[::]");

  private static final List<String> OTHERS =
      List.of(
          "2852039166",
          "0xa9fea9fe",
          "0251.0376.0251.0376",
          "0xa9.0xfe.0xa9.0xfe",
          "169.254.43518",
          "169.254.169.254.",
          "[::ffff:169.254.169.254]",
          "[::ffff:a9fe:a9fe]",
          "[::ffff:10.0.0.1]",
          "[2001:0:4136:e378:8000:63bf:f5ff:fffe]",
          "224.0.0.1",
          "255.255.255.255",
          "240.0.0.1",
          "[fe80::1]",
          "[ff02::1]",
          "metadata.test",
          "metadata.test.",
          "metadata6.test",
          "private.test",
          "mixed.test",
          "169\u3002254\u3002169\u3002254",
          "\uff11\uff10.0.0.1",
          "here.test@10.0.0.1",
          "10.0.0.1%2f@here.test");

  private ForbiddenUrls() {}

  /**
   * @param port where somebody listens on every address
   * @param receiver the program's own port
   * @param admin its other one
   */
  static List<String> all(int port, int receiver, int admin) {
    Stream<String> own =
        OWN.stream()
            .flatMap(host -> Stream.of(host + ":" + receiver, host + ":" + admin))
            .map(authority -> "http://" + authority + "/");
    Stream<String> addresses =
        Stream.concat(
                ADDRESSES.stream().map(a -> a.contains(":") ? "[" + a + "]" : a), OTHERS.stream())
            .map(host -> "http://" + host + ":" + port + "/");
    Stream<String> odd =
        Stream.of(
            "http://127.0.0.1:" + port + "#@10.0.0.1/",
            "http://127.0.0.1:" + port + "\\@10.0.0.1/",
            "http://10.0.0.1:" + port + "@127.0.0.1:" + port + "/",
            "http://127.0.0.1:" + port + "/\r\nX: y",
            "ftp://127.0.0.1:" + port + "/",
            "gopher://127.0.0.1:" + port + "/",
            "jar:http://127.0.0.1:" + port + "/!/",
            "file:///etc/passwd",
            "//10.0.0.1:" + port + "/");
    return Stream.of(own, addresses, odd).flatMap(urls -> urls).toList();
  }
}
