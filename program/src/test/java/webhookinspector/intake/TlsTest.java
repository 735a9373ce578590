package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;
import webhookinspector.inbox.Inbox;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.registry.Alert;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** The receiver port that speaks TLS by itself, and what happens when its files change. */
class TlsTest {

  private static final String HEARTBEAT = "{\"events\":[]}";

  @TempDir Path folder;
  private Tls files;
  private Authority authority;
  private Door door;
  private Inbox inbox;
  private Secret secret;
  private volatile Instant now = Instant.now();

  @BeforeEach
  void open() throws Exception {
    files = new Tls(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    authority = Authority.in(folder);
    authority.issue(files, "first", 90);
    door = Door.open(folder, ReceiverSettings.on(0).with(files), () -> now);
    secret = door.newSecret();
    inbox = door.settledInbox(secret);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void takesDeliveriesOver(String version) throws Exception {
    assertThat(deliver(client(version)).statusCode()).isEqualTo(200);
    assertThat(door.kept(inbox)).hasSize(1);
  }

  @Test
  void offersNothingOlder() throws Exception {
    try (var socket = (SSLSocket) authority.trust().getSocketFactory().createSocket()) {
      socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
      socket.setEnabledProtocols(new String[] {"TLSv1.1"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(java.io.IOException.class);
    }
  }

  @Test
  void doesNotTalkToWhoeverDoesNotSpeakTls() throws Exception {
    try (Wire wire = Wire.to(door.port())) {
      wire.send(Door.signed(inbox, secret, HEARTBEAT));
      assertThat(wire.rest()).doesNotContain("200 OK");
    }
    assertThat(door.kept(inbox)).isEmpty();
  }

  @Test
  void closesAConnectionWhoseHandshakeDoesNotEnd() throws Exception {
    try (var silent = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      silent.setSoTimeout(20_000);
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void takesOverARenewedCertificateWithoutRefusingAnyone() throws Exception {
    var refused = new AtomicInteger();
    var taken = new AtomicInteger();
    Thread sender = Thread.ofVirtual().start(() -> deliverUntilInterrupted(taken, refused));
    await().until(() -> taken.get() > 5);
    authority.issue(files, "second", 300);
    await().atMost(Duration.ofSeconds(30)).until(() -> served().contains("CN=second"));
    int before = taken.get();
    await().until(() -> taken.get() > before + 5);
    sender.interrupt();
    sender.join();
    assertThat(refused).hasValue(0);
    assertThat(topics()).contains("certificate-renewed");
  }

  @Test
  void keepsTheOldCertificateWhileTheNewOneDoesNotFit() throws Exception {
    Files.writeString(files.certificate(), "no certificate");
    Files.setLastModifiedTime(files.certificate(), FileTime.from(now.plusSeconds(60)));
    await().atMost(Duration.ofSeconds(30)).until(() -> topics().contains("certificate-unusable"));
    assertThat(served()).contains("CN=first");
    assertThat(deliver(client("TLSv1.3")).statusCode()).isEqualTo(200);
  }

  @Test
  void warnsTwoWeeksBeforeACertificateEnds() {
    now = now.plus(Duration.ofDays(77));
    await().atMost(Duration.ofSeconds(30)).until(() -> topics().contains("certificate-ends"));
  }

  @Test
  void refusesToStartWithAKeyOfAnotherCertificate() throws Exception {
    Tls other = new Tls(folder.resolve("other-cert.pem"), folder.resolve("other-key.pem"));
    authority.issue(other, "other", 90);
    Tls mixed = new Tls(files.certificate(), other.key());
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    assertThatThrownBy(() -> Door.open(elsewhere, ReceiverSettings.on(0).with(mixed)))
        .hasMessageContaining(
            "tls-key: " + other.key() + " (expected: the key of this certificate");
  }

  private void deliverUntilInterrupted(AtomicInteger taken, AtomicInteger refused) {
    while (!Thread.currentThread().isInterrupted()) {
      try (HttpClient client = client("TLSv1.3")) {
        (deliver(client).statusCode() == 200 ? taken : refused).incrementAndGet();
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        refused.incrementAndGet();
      }
    }
  }

  private HttpResponse<String> deliver(HttpClient client) throws Exception {
    URI url = URI.create("https://localhost:" + door.port() + Door.path(inbox));
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header(Signature.HEADER, Signature.of(secret, Body.of(HEARTBEAT)).hex())
            .POST(BodyPublishers.ofString(HEARTBEAT))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpClient client(String version) {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {version});
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(authority.trust())
        .sslParameters(parameters)
        .build();
  }

  /** The subject of the certificate that a newcomer is shown. */
  private String served() throws Exception {
    try (var socket =
        (SSLSocket) authority.trust().getSocketFactory().createSocket("127.0.0.1", door.port())) {
      socket.startHandshake();
      var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }

  private List<String> topics() {
    return door.alerts().stream().map(Alert::topic).toList();
  }
}
