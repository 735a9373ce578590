package webhookinspector.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

class SelfPingsTest {

  @TempDir Path folder;
  private Stage stage;
  private TunnelStandIn tunnel;

  @BeforeEach
  void open() {
    stage = new Stage(folder);
    tunnel = new TunnelStandIn(stage.receiverPort()).opened();
  }

  @AfterEach
  void close() {
    tunnel.close();
    stage.close();
  }

  @Test
  void tellsThatTheAddressOfAWebhookLeadsHere() {
    stage.createAt(tunnel.address());
    stage.passWithPings(Duration.ofMinutes(1));

    SelfPing ping = stage.watch.report().selfPings().getFirst();
    assertThat(ping.address()).isEqualTo(tunnel.address());
    assertThat(ping.ok()).isTrue();
    assertThat(stage.news).isEmpty();
    assertThat(stage.watch.lastPing()).isPresent();
  }

  @Test
  void noticesWithinAMinuteThatTheTunnelIsGoneAndThatItIsBack() {
    Inbox inbox = stage.createAt(tunnel.address());
    stage.passWithPings(Duration.ofSeconds(30));
    tunnel.stop();
    stage.passWithPings(Duration.ofSeconds(60));

    Alert lost = stage.news.getFirst().alert();
    assertThat(lost.topic()).isEqualTo("address-lost");
    assertThat(lost.level()).isEqualTo(Level.ALARM);
    assertThat(lost.inbox()).isEqualTo(inbox.name());
    assertThat(lost.message())
        .startsWith(tunnel.address() + " does not lead to this receiver: nothing listens on ")
        .contains("webhooks that target it: build-board")
        .endsWith("inspector webhooks create " + stage.simulator.project().gid())
        .doesNotContain(inbox.key().text());
    assertThat(stage.only().word()).isEqualTo(Word.UNREACHED);
    assertThat(stage.watch.trouble())
        .hasValueSatisfying(t -> assertThat(t).startsWith(tunnel.address()));

    tunnel.resume();
    stage.passWithPings(Duration.ofSeconds(60));
    assertThat(stage.news)
        .extracting(news -> news.alert().topic())
        .containsExactly("address-lost", "address-back");
    assertThat(stage.only().word()).isEqualTo(Word.WELL);
  }

  @Test
  void isNotFooledByAnotherProgramThatAnswersTheSame() throws IOException {
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    stranger.start();
    try {
      stage.createAt(tunnel.address());
      stage.ping("http://127.0.0.1:" + stranger.getAddress().getPort());
      stage.passWithPings(Duration.ofSeconds(60));
    } finally {
      stranger.stop(0);
    }

    assertThat(stage.news).hasSize(1);
    assertThat(stage.news.getFirst().alert().message()).contains("another program answers there");
  }

  @Test
  void leavesNothingInTheLedgerAndNothingForStrangers() {
    stage.createAt(tunnel.address());
    long kept = stage.kept();
    stage.passWithPings(Duration.ofMinutes(3));

    assertThat(stage.kept()).isEqualTo(kept);
  }
}
