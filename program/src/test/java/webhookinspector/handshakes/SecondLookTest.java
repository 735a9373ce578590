package webhookinspector.handshakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.intake.Door;
import webhookinspector.intake.Wire;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** The quarantine judged again (threat A16), on real files. */
class SecondLookTest {

  @TempDir Path folder;
  private Door door;
  private Secret right;
  private Inbox inbox;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    right = door.newSecret();
    inbox = door.settledInbox(door.newSecret()); // an old backup's
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void believesWhatWasRefusedOnceTheSecretIsBack() throws IOException {
    for (int i = 0; i < 50; i++) {
      post(right, i);
      post(door.newSecret(), i);
    }
    assertThat(door.kept(inbox)).hasSize(100).noneMatch(j -> j.judgement().believable());
    door.registry.save(inbox.with(Secrets.settled(right)));

    Map<InboxName, Integer> believed = new SecondLook(door.registry, door.ledger).take();

    assertThat(believed).containsExactly(Map.entry(inbox.name(), 50));
    assertThat(door.kept(inbox)).filteredOn(j -> j.judgement().believable()).hasSize(50);
    assertThat(door.ledger.quarantined()).hasSize(50);
    assertThat(new SecondLook(door.registry, door.ledger).take()).isEmpty();
  }

  @Test
  void believesNothingWhileTheSecretIsMissing() throws IOException {
    post(right, 1);
    door.registry.save(inbox.with(Secrets.NONE));
    assertThat(new SecondLook(door.registry, door.ledger).take()).isEmpty();
    assertThat(door.kept(inbox)).noneMatch(j -> j.judgement().believable());
  }

  private void post(Secret secret, int number) throws IOException {
    String body = "{\"events\":[],\"n\":" + number + "}";
    assertThat(Wire.ask(door.port(), Door.signed(inbox, secret, body)).status()).isEqualTo(401);
  }
}
