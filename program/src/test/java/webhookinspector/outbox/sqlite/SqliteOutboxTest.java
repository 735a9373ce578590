package webhookinspector.outbox.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxContract;
import webhookinspector.outbox.OutboxTrouble;
import webhookinspector.storage.SecretsKey;

class SqliteOutboxTest extends OutboxContract {

  private static final int MOST = 100;

  @TempDir Path folder;

  @Override
  protected Outbox open() {
    return SqliteOutbox.open(
        folder.resolve("outbox.db"), Duration.ofMillis(100), MOST, SecretsKey.NONE);
  }

  @Test
  void letsTheOldestAttemptsMakeRoom() {
    var all = IntStream.range(0, 250).mapToObj(n -> attempt(ONE, "http://x/", n)).toList();
    all.forEach(attempt -> outbox.keep(List.of(attempt)));
    assertThat(outbox.attemptsOf(ONE, 1_000)).isEqualTo(all.subList(150, 250));
  }

  @Test
  void saysThatNothingIsKeptWhileAnotherProgramWritesAndGoesOnAfterwards() throws Exception {
    var kept = List.of(attempt(ONE, "http://x/", 200));
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatExceptionOfType(OutboxTrouble.class)
          .isThrownBy(() -> outbox.keep(kept))
          .withMessageContaining("locked by another program");
    }
    outbox.keep(kept);
    reopen();
    assertThat(outbox.attemptsOf(ONE, 10)).isEqualTo(kept);
  }
}
