package webhookinspector.outbox.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxContract;
import webhookinspector.storage.SecretsKey;
import webhookinspector.storage.StorageRefused;

/** The same with a key, and what the key is for. */
class SealedOutboxTest extends OutboxContract {

  private static final SecretsKey KEY = SecretsKey.of(new byte[SecretsKey.LENGTH]);
  private static final String VALUE = "Bearer 5ec7e7-of-the-app";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("outbox.db");
  }

  @Override
  protected Outbox open() {
    return SqliteOutbox.open(file(), KEY);
  }

  private static KeptTarget target() {
    var headers = new Headers(List.of(new Header("Authorization", VALUE)));
    return new KeptTarget(
        0, "http://localhost:3000/", "", true, false, new Position(0), List.of(), headers);
  }

  private void assertThatNoFileHoldsTheValue() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(VALUE);
      }
    }
  }

  @Test
  void holdsNoHeaderOfATargetInItsFiles() throws Exception {
    KeptTarget saved = outbox.save(target());
    outbox.save(saved);
    assertThatNoFileHoldsTheValue();
    reopen();
    assertThat(outbox.targets()).containsExactly(saved);
  }

  @Test
  void noticesHeadersThatWereMovedToAnotherTarget() throws Exception {
    outbox.save(target());
    outbox.close();
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = other.createStatement()) {
      statement.execute("UPDATE target SET address = 'http://stranger.example.com/'");
    }
    assertThatExceptionOfType(StorageRefused.class).isThrownBy(this::open);
    outbox = SqliteOutbox.open(folder.resolve("another.db"));
  }

  @Test
  void sealsWhatLayThereAsItWas() throws Exception {
    outbox.close();
    KeptTarget saved;
    try (Outbox before = SqliteOutbox.open(file())) {
      saved = before.save(target());
    }
    outbox = open();
    assertThat(outbox.targets()).containsExactly(saved);
    assertThatNoFileHoldsTheValue();
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> SqliteOutbox.open(file()))
        .withMessageContaining("--secrets-key FILE");
  }
}
