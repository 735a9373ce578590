package webhookinspector.registry.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.registry.Alert;
import webhookinspector.registry.NotSaved;
import webhookinspector.registry.Registry;
import webhookinspector.registry.RegistryContract;
import webhookinspector.storage.SecretsKey;
import webhookinspector.trust.Secrets;

class SqliteRegistryTest extends RegistryContract {

  @TempDir Path folder;

  @Override
  protected Registry open() {
    return SqliteRegistry.open(
        folder.resolve("registry.db"), Duration.ofMillis(100), SecretsKey.NONE);
  }

  @Test
  void saysThatASecretIsNotSavedWhileAnotherProgramWritesAndGoesOnAfterwards() throws Exception {
    Inbox before = inbox("ads", Secrets.NONE, null);
    Inbox after = before.with(Secrets.settled(SECRET));
    registry.save(before);
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatExceptionOfType(NotSaved.class)
          .isThrownBy(() -> registry.save(after))
          .withMessageContaining("locked by another program")
          .withMessageNotContaining(SECRET.reveal());
      assertThat(registry.find(before.key())).contains(before);
    }
    registry.save(after);
    reopen();
    assertThat(registry.find(before.key())).contains(after);
  }

  @Test
  void saysThatNothingIsSavedOnceClosed() {
    registry.close();
    assertThatExceptionOfType(NotSaved.class)
        .isThrownBy(() -> registry.save(inbox("ads", Secrets.NONE, null)));
  }

  @Test
  void keepsTheNewestTenThousandAlerts() throws Exception {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        var statement = other.createStatement()) {
      statement.execute(
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
              + " INSERT INTO alert SELECT i, 0, NULL, 'old', 'number ' || i, 'warn' FROM n");
    }
    reopen();
    registry.raise(new Alert(Instant.EPOCH, null, "new", "one more"));
    for (int run = 0; run < 2; run++) {
      assertThat(registry.alerts(20_000)).hasSize(10_000);
      assertThat(registry.alerts(1).getFirst().topic()).isEqualTo("new");
      assertThat(registry.alerts(20_000).getLast().message()).isEqualTo("number 2");
      reopen();
    }
  }

  @Test
  void isReadableByItsOwnerAlone() throws Exception {
    registry.save(inbox("ads", Secrets.settled(SECRET), null));
    for (String name : new String[] {"registry.db", "registry.db-wal", "registry.db-shm"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
  }
}
