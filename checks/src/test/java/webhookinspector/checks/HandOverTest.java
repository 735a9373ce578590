package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.Query;
import webhookinspector.history.sqlite.SqliteHistory;

/**
 * One process ends and the next begins behind a port that a third one holds open, as systemd does:
 * deliveries wait meanwhile, and none is refused.
 */
class HandOverTest {

  /** Opens a port, gives it as standard input to one process after another, and tells of both. */
  private static final String SUPERVISOR =
      """
      use Socket;
      socket(my $port, PF_INET, SOCK_STREAM, 0) or die;
      bind($port, sockaddr_in(0, INADDR_LOOPBACK)) or die;
      listen($port, 1024) or die;
      my ($number) = sockaddr_in(getsockname($port));
      $| = 1;
      print "{\\"type\\":\\"port\\",\\"number\\":$number}\\n";
      for (1 .. 3) {
        my $pid = fork;
        if (!$pid) { open(STDIN, '<&', $port) or die; exec @ARGV; }
        waitpid($pid, 0);
        print "{\\"type\\":\\"ended\\",\\"status\\":$?}\\n";
      }
      """;

  @TempDir Path home;
  private final AtomicInteger kept = new AtomicInteger();
  private final List<String> refused = new CopyOnWriteArrayList<>();

  @Test
  void refusesNoDelivery() throws Exception {
    KeptInbox inbox = KeptInbox.in(home);
    var command = new ArrayList<String>(List.of("perl", "-e", SUPERVISOR));
    command.addAll(
        Program.command(
            "serve",
            "--data",
            home.resolve("data").toString(),
            "--admin-port",
            "0",
            "--output",
            "json"));
    try (Program supervisor = Program.start(home, Map.of(), command)) {
      await().until(() -> !supervisor.json("port").isEmpty());
      int port = supervisor.json("port").getFirst().required("number").asInt();
      Thread sender = Thread.ofVirtual().start(() -> deliverUntilInterrupted(port, inbox));
      try {
        for (int turn = 1; turn <= 3; turn++) {
          keepsTwentyMoreInTurn(turn, supervisor);
        }
      } finally {
        sender.interrupt();
        sender.join();
        supervisor.children().forEach(ProcessHandle::destroyForcibly);
      }
      assertThat(refused).isEmpty();
    }
    try (var history = SqliteHistory.open(home.resolve("data/history.db"))) {
      assertThat(history.count(Query.ALL)).isGreaterThanOrEqualTo(kept.get());
    }
  }

  private void keepsTwentyMoreInTurn(int turn, Program supervisor) {
    await("turn " + turn + "; " + supervisor)
        .atMost(Duration.ofSeconds(60))
        .until(() -> supervisor.json("ready").size() == turn);
    int before = kept.get();
    await().atMost(Duration.ofSeconds(60)).until(() -> kept.get() > before + 20);
    if (turn < 3) {
      long pid = supervisor.json("ready").getLast().required("pid").asLong();
      ProcessHandle.of(pid).orElseThrow().destroy();
    }
  }

  private void deliverUntilInterrupted(int port, KeptInbox inbox) {
    for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
      try {
        String answer = deliver(port, inbox, "{\"events\":[],\"number\":" + i + "}");
        if (answer.startsWith("HTTP/1.1 200")) {
          kept.incrementAndGet();
        } else {
          refused.add(answer);
        }
      } catch (IOException e) {
        if (!Thread.currentThread().isInterrupted()) {
          refused.add(e.toString());
        }
      }
    }
  }

  private static String deliver(int port, KeptInbox inbox, String body) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      String request =
          "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n"
                  .formatted(inbox.path(), body.length())
              + "X-Hook-Signature: %s\r\n\r\n%s".formatted(inbox.signature(body), body);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }
  }
}
