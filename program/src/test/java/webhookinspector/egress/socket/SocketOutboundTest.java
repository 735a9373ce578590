package webhookinspector.egress.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Network;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;

/** Against real sockets: what a target sees, and what we make of what it does. */
class SocketOutboundTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Body BODY = Body.of(new byte[] {'{', 0, (byte) 0xff, '}'});
  private static final Outgoing COPY =
      Outgoing.copyOf(
          "01ARZ3NDEKTSV4RRFFQ69G5FAV",
          new Delivery(
              Instant.EPOCH,
              Headers.of(
                  "x-hook-SIGNATURE",
                  "aa",
                  "Cookie",
                  "a=b",
                  "Authorization",
                  "Bearer t",
                  "X-Hook-Secret",
                  "s",
                  "Content-TYPE",
                  "application/json",
                  "Connection",
                  "upgrade"),
              BODY));

  private static final Duration SOON = Duration.ofSeconds(5);

  private ServerSocket server;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private volatile String answer = OK;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void serve() {
    try {
      for (; ; ) {
        Socket socket = server.accept();
        Thread.startVirtualThread(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.add(read(socket.getInputStream()));
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      if (answer.endsWith("…")) {
        socket.getInputStream().read(); // says no more until the other side gives up
      }
    } catch (IOException e) {
      // the other side gave up
    }
  }

  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    byte[] body = in.readNBytes(BODY.size());
    return head + new String(body, StandardCharsets.ISO_8859_1);
  }

  private Outcome send(String path, Duration deadline, TargetPolicy policy, Resolver resolver) {
    return outbound(policy, resolver)
        .send(Target.parse("http://target.test:" + server.getLocalPort() + path), COPY, deadline);
  }

  private static SocketOutbound outbound(TargetPolicy policy, Resolver resolver) {
    return new SocketOutbound(policy, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static Target at(int port) {
    return Target.parse("http://127.0.0.1:" + port + "/");
  }

  private Outcome send(String path) {
    return send(
        path, Duration.ofSeconds(5), anything(), name -> List.of(InetAddress.getLoopbackAddress()));
  }

  private static TargetPolicy anything() {
    return new TargetPolicy(Set.of(), List.of());
  }

  @Test
  void sendsTheBodyByteForByteAndOnlyTheHeadersThatAReceiverNeeds() throws Exception {
    assertThat(send("/hook?a=%20").taken()).isTrue();
    assertThat(requests.poll(5, TimeUnit.SECONDS))
        .isEqualTo(
            "POST /hook?a=%20 HTTP/1.1\r\nHost: target.test:"
                + server.getLocalPort()
                + "\r\nx-hook-SIGNATURE: aa\r\nContent-TYPE: application/json\r\n"
                + "X-Inspector-Copy-Of: 01ARZ3NDEKTSV4RRFFQ69G5FAV\r\nContent-Length: 4\r\nConnection: close\r\n\r\n"
                + "{\0\u00ff}");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void takesARedirectForAnAnswerAndDoesNotFollowIt(int status) throws Exception {
    answer =
        "HTTP/1.1 "
            + status
            + " Elsewhere\r\nLocation: http://127.0.0.1:"
            + server.getLocalPort()
            + "/x\r\n\r\n";
    assertThat(send("/"))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            a -> {
              assertThat(a.status()).isEqualTo(status);
              assertThat(a.beginning()).isNull();
            });
    assertThat(requests.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(requests).isEmpty();
  }

  @Test
  void readsNoMoreOfAnAnswerThanItKeeps() {
    answer = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(200_000);
    assertThat(send("/"))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            a -> {
              assertThat(a.body().size()).isEqualTo(64 * 1024);
              assertThat(a.cut()).isTrue();
              assertThat(a.beginning()).isEqualTo("x".repeat(500) + "…");
            });
  }

  private static String asSent(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Test
  void keepsOfAnAnswerWhatCanBeText() {
    answer = "HTTP/1.1 500 No\r\n\r\na\u0000b" + asSent("🎉".repeat(600));
    assertThat(send("/"))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            a -> assertThat(a.beginning()).isEqualTo("a\uFFFDb" + "🎉".repeat(497) + "…"));
  }

  @Test
  void readsAChunkedAnswer() {
    answer =
        "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
    assertThat(send("/"))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            a -> assertThat(a.beginning()).isEqualTo(a.body().text()).isEqualTo("abcde"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/2 200\r\n\r\n",
        "SSH-2.0-x\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"
      })
  void saysThatItWasNoAnswer(String text) {
    answer = text;
    assertThat(send("/")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void tellsTheHeadersOfAnAnswer() {
    answer =
        "HTTP/1.1 100 Continue\r\nX: 1\r\n\r\n"
            + "HTTP/1.1 503 Busy\r\nretry-AFTER:  7 \r\nContent-Length: 0\r\n\r\n";
    assertThat(send("/"))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            a -> assertThat(a.headers().first("Retry-After")).contains("7"));
  }

  @Test
  void tellsWhetherTheTargetWasReached() throws IOException {
    answer = "";
    assertThat(reached(send("/"))).isTrue();
    int closed;
    try (var nobody = new ServerSocket(0)) {
      closed = nobody.getLocalPort();
    }
    assertThat(reached(outbound(anything(), Resolver.SYSTEM).send(at(closed), COPY, SOON)))
        .isFalse();
  }

  private static boolean reached(Outcome outcome) {
    return ((Outcome.Failed) outcome).reached();
  }

  @Test
  void givesUpAtTheDeadline() {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc…";
    Outcome outcome =
        send(
            "/",
            Duration.ofMillis(200),
            anything(),
            name -> List.of(InetAddress.getLoopbackAddress()));
    assertThat(outcome.summary()).startsWith("no whole answer in time");
  }

  @Test
  void neverTalksToTheProgramsOwnPorts() {
    var policy = new TargetPolicy(Set.of(server.getLocalPort()), List.of());
    Outcome outcome =
        send("/", Duration.ofSeconds(5), policy, name -> List.of(InetAddress.getLoopbackAddress()));
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "0.0.0.0"
      })
  void connectsToNothingWhenOneOfTheAddressesIsDenied(String denied) {
    Resolver both =
        name -> List.of(InetAddress.getLoopbackAddress(), InetAddress.getByName(denied));
    assertThat(send("/", Duration.ofSeconds(5), anything(), both))
        .isInstanceOf(Outcome.Denied.class);
    assertThat(requests).isEmpty();
  }

  @Test
  void resolvesANameOnceAndConnectsToWhatItChecked() {
    var asked = new AtomicInteger();
    Resolver rebinding =
        name ->
            List.of(
                asked.getAndIncrement() == 0
                    ? InetAddress.getLoopbackAddress()
                    : InetAddress.getByName("10.0.0.1"));
    assertThat(send("/", Duration.ofSeconds(5), anything(), rebinding).taken()).isTrue();
    assertThat(asked).hasValue(1);
  }

  @Test
  void objectsBeforehandToWhatItWouldNotConnectTo() {
    var policy = new TargetPolicy(Set.of(server.getLocalPort()), List.of());
    var outbound = outbound(policy, Resolver.SYSTEM);
    assertThat(outbound.objection(at(server.getLocalPort()))).isPresent();
    assertThat(outbound.objection(Target.parse("http://10.0.0.1/"))).isPresent();
    assertThat(outbound.objection(at(1))).isEmpty();
    assertThat(outbound.objection(Target.parse("http://no-such-name.invalid/"))).isEmpty();
    assertThat(requests).isEmpty();
  }

  @Test
  void reachesAPrivateNetworkOnlyWhenTheOperatorNamedIt() throws Exception {
    InetAddress address = InetAddress.getByName("10.1.2.3");
    assertThat(anything().objection(address, 80))
        .hasValueSatisfying(why -> assertThat(why).contains("--allow-target"));
    assertThat(
            new TargetPolicy(Set.of(), List.of(Network.parse("10.1.0.0/16")))
                .objection(address, 80))
        .isEmpty();
  }
}
