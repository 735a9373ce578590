package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/**
 * Rivals before, during and after a create call (threats A10). In full size: {@code ./dev check
 * handshake-race}.
 */
class HandshakeRaceTest {

  private static final int RUNS = 50;
  private static final int RIVALS = 60;
  private static final int CONNECTIONS = 4;

  @TempDir Path folder;
  private Door door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void open() {
    door = Door.open(folder);
  }

  @AfterEach
  void close() {
    threads.close();
    door.close();
  }

  @Test
  void isWonByTheSecretOfThe201OrByNobody() throws Exception {
    int won = 0;
    for (int run = 0; run < RUNS; run++) {
      won += run(run % 10) ? 1 : 0;
    }
    assertThat(won)
        .as("runs in which Asana came early enough")
        .isGreaterThanOrEqualTo(RUNS * 2 / 5);
  }

  /**
   * @param before how many rivals are sure to be faster than Asana once the call is open
   * @return whether Asana's handshake was echoed
   */
  private boolean run(int before) throws Exception {
    Inbox inbox = door.newInbox();
    Secret asanas = door.newSecret();
    assertThat(rivals(inbox, RIVALS)).as("echoes without a create call").isZero();

    door.handshakes.open(inbox.name());
    rivals(inbox, before);
    boolean early = before % 2 == 0; // else among the crowd, who may be faster
    Optional<String> echo = early ? echoOf(inbox, asanas) : Optional.empty();
    List<Future<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      crowd.add(threads.submit(() -> rivals(inbox, RIVALS / CONNECTIONS)));
    }
    echo = early ? echo : echoOf(inbox, asanas);
    if (echo.isPresent()) {
      assertThat(echo).contains(asanas.reveal());
      door.handshakes.elect(inbox.name(), asanas); // what the 201 says
    } else {
      door.handshakes.close(inbox.name()); // Asana answers 400
    }
    for (Future<Integer> one : crowd) {
      assertThat(one.get()).isLessThanOrEqualTo(Secrets.MAX_CANDIDATES);
    }

    assertThat(rivals(inbox, RIVALS)).as("echoes on a settled inbox").isZero();
    assertThat(door.secretsOf(inbox))
        .isEqualTo(echo.isPresent() ? Secrets.settled(asanas) : Secrets.NONE);
    return echo.isPresent();
  }

  /** Posts so many rival secrets, and tells how many were echoed. */
  private int rivals(Inbox inbox, int count) throws IOException {
    int echoes = 0;
    try (Wire wire = Wire.to(door.port())) {
      for (int i = 0; i < count; i++) {
        Secret rival = door.newSecret();
        wire.send(handshake(inbox, rival));
        Wire.Answer answer = wire.answer();
        assertThat(answer.status()).isIn(200, 401);
        assertThat(answer.header(Handshake.HEADER).isPresent()).isEqualTo(answer.status() == 200);
        echoes += answer.status() == 200 ? 1 : 0;
      }
    }
    return echoes;
  }

  private Optional<String> echoOf(Inbox inbox, Secret secret) throws IOException {
    return Wire.ask(door.port(), handshake(inbox, secret)).header(Handshake.HEADER);
  }

  private static String handshake(Inbox inbox, Secret secret) {
    return Door.post(Door.path(inbox), "", "X-Hook-Secret: " + secret.reveal());
  }
}
